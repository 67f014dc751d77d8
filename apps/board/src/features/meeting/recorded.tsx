import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale } from '../../i18n/use-t.ts';
import { clockTime, fullTime } from '../../ui/time.ts';
import { ActionProblem } from './action-problem.tsx';
import { AmendForm } from './amend-form.tsx';
import { itemRecord } from './item-record.ts';
import type { RecordLine } from './item-record.ts';
import type { DecisionView, MeetingItemView } from './meeting-documents.ts';
import { decisionWithdrawMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import { Words } from './words.tsx';

/** What stands in the minutes of an item so far. `mayChange`: a decision in words can be put right and taken back. */
export function Recorded({
  item,
  empty,
  mayChange = false,
}: {
  item: MeetingItemView;
  empty?: string;
  mayChange?: boolean;
}) {
  const t = useMeetingT();
  const locale = useLocale();
  const lines = itemRecord(item, t, locale);
  if (lines.length === 0) return <p className={classes.empty}>{empty ?? t('meeting.nothingRecorded')}</p>;
  return (
    <ol className={classes.record}>
      {lines.map((line) => (
        <Line key={line.key} line={line} mayChange={mayChange} />
      ))}
    </ol>
  );
}

function Line({ line: { at, who, line, words, task, decision }, mayChange }: { line: RecordLine; mayChange: boolean }) {
  const locale = useLocale();
  const [amending, setAmending] = useState(false);
  return (
    <li>
      <div className={classes.recordHead}>
        <time dateTime={at} title={fullTime(at, locale)}>
          {clockTime(at, locale)}
        </time>{' '}
        <strong>{who}</strong> {line}
      </div>
      {amending && decision !== null ? (
        <AmendForm decision={decision} onDone={() => setAmending(false)} />
      ) : (
        <>
          {words !== null && <Words>{words}</Words>}
          {task !== '' && <div className={classes.task}>{task}</div>}
          {mayChange && decision !== null && <LineTools decision={decision} onAmend={() => setAmending(true)} />}
        </>
      )}
    </li>
  );
}

function LineTools({ decision: { id, meetingId, text }, onAmend }: { decision: DecisionView; onAmend: () => void }) {
  const t = useMeetingT();
  const withdraw = useMeetingAction(decisionWithdrawMutation);
  const [asked, setAsked] = useState(false);
  return (
    <div className={classes.lineTools}>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('meeting.amendThis', { text: text ?? '' })}
        onClick={onAmend}
      >
        {t('meeting.amend')}
      </Button>
      <Button
        size="compact-xs"
        variant={asked ? 'default' : 'subtle'}
        loading={withdraw.busy}
        aria-label={t(asked ? 'meeting.withdrawYes' : 'meeting.withdrawThis', { text: text ?? '' })}
        onClick={() => (asked ? void withdraw.run({ input: { id: meetingId, decisionId: id } }) : setAsked(true))}
      >
        {t(asked ? 'meeting.withdrawSure' : 'meeting.withdraw')}
      </Button>
      {asked && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAsked(false)}>
          {t('common.cancel')}
        </Button>
      )}
      <ActionProblem action={withdraw} />
    </div>
  );
}
