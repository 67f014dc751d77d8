import { Button } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { instantOf, localOf } from '../fields/moment.ts';
import { ActionProblem } from './action-problem.tsx';
import { DecisionFields } from './decision-fields.tsx';
import type { DecisionView } from './meeting-documents.ts';
import { decisionAmendMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** A decision in words, put right where it stands. */
export function AmendForm({ decision, onDone }: { decision: DecisionView; onDone: () => void }) {
  const t = useMeetingT();
  const amend = useMeetingAction(decisionAmendMutation);
  const { id: decisionId, meetingId, owner } = decision;
  const now = {
    text: decision.text ?? '',
    ownerId: owner?.id ?? '',
    dueAt: decision.dueAt === null ? '' : localOf(decision.dueAt),
  };
  const { edits, set, clear } = useDraft(`${meetingId}.${decisionId}.amend`, now);
  // What nobody touched here follows what whoever led meanwhile put right.
  const fields = { ...now, ...edits };
  const text = fields.text.trim();
  const submit = async () => {
    const said = { text, ownerId: fields.ownerId || null, dueAt: instantOf(fields.dueAt) };
    if ((await amend.run({ input: { id: meetingId, decisionId, ...said } })) === null) return;
    clear();
    onDone();
  };
  return (
    <form
      className={classes.decision}
      aria-label={t('meeting.amend')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (text !== '') void submit();
      }}
    >
      <DecisionFields
        fields={fields}
        set={set}
        known={owner}
        label={t('meeting.amendWords')}
        onEnter={() => text !== '' && void submit()}
      />
      <ActionProblem action={amend} />
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={amend.busy} disabled={text === ''}>
          {t('meeting.amendSave')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            clear();
            onDone();
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
