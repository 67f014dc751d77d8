import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { shortDate } from '../../ui/time.ts';
import { ActionProblems } from './action-problems.tsx';
import { demandMarkDecideMutation, demandQuery, demandUnmarkMutation } from './demand-documents.ts';
import type { DemandMark } from './demand-documents.ts';
import { DemandMarkForm } from './forms/demand-mark-form.tsx';
import { NoteForm } from './forms/note-form.tsx';
import cases from './other-cases.module.css';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';
import { useStepCommands } from './use-step-commands.ts';

/** What stands of marks of the customer's demands (不合理诉求); a supervisor asks for one from here. */
export function DemandSection({ complaint }: { complaint: { id: string; number: string; revision: number } }) {
  const t = useT();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: demandQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [marking, setMarking] = useState(false);
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  const known = data?.complaint ?? null;
  const mayMark = known !== null && known.viewerCan.markDemand && known.demandMarks.length === 0;
  const mark = { words: 'demand.mark', run: () => setMarking(true) } as const;
  const opened = useStepCommands('demand.title', mayMark ? [mark] : []);
  if (known === null || (known.demandMarks.length === 0 && !known.viewerCan.markDemand)) return null;
  const { demandMarks: marks, viewerCan, attachments } = known;
  const close = () => setMarking(false);
  return (
    <section className={cases.root} aria-label={t('demand.title')}>
      <h3 className={classes.heading}>{t('demand.title')}</h3>
      {marks.length > 0 && (
        <ul className={classes.list}>
          {marks.map((mark) => (
            <MarkLine key={mark.id} mark={mark} mayUnmark={viewerCan.markDemand} />
          ))}
        </ul>
      )}
      {mayMark && !marking && (
        <div className={classes.steps}>
          <Button size="xs" variant="default" onClick={() => setMarking(true)}>
            {t('demand.mark')}
          </Button>
        </div>
      )}
      {marking && (
        <div ref={opened} className={classes.opened}>
          <DemandMarkForm complaint={complaint} files={attachments.nodes} onDone={close} onCancel={close} />
        </div>
      )}
    </section>
  );
}

function MarkLine({ mark, mayUnmark }: { mark: DemandMark; mayUnmark: boolean }) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState<'refuse' | 'unmark' | null>(null);
  const decide = useAction(demandMarkDecideMutation, (data) => data.demandMarkDecide);
  const { id } = mark;
  const close = () => setOpen(null);
  const shared = {
    field: 'reason',
    label: t('complaint.reason'),
    required: true,
    onDone: close,
    onCancel: close,
  } as const;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.dim}>{mark.markedBy?.name}</span>
        <span className={classes.state}>
          {t(mark.state === 'ACTIVE' ? 'demand.until' : 'demand.waits', { at: shortDate(mark.until, locale) })}
        </span>
      </div>
      <div className={classes.text}>{mark.reason ?? t('timeline.erased')}</div>
      {mark.evidence !== null && <div className={classes.dim}>{t('demand.shownBy', { evidence: mark.evidence })}</div>}
      {mark.attachments.map(({ id: file, name, url }) => (
        <a key={file} href={url ?? undefined} target="_blank" rel="noreferrer">
          {name ?? t('timeline.erasedFile')}
        </a>
      ))}
      <p className={classes.dim}>{t('demand.noBlacklist')}</p>
      <div className={classes.steps}>
        {mark.viewerDecides && (
          <>
            <Button
              size="compact-sm"
              loading={decide.busy}
              onClick={() => void decide.run({ input: { id, approve: true } })}
            >
              {t('demand.agree')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={open === 'refuse'}
              onClick={() => setOpen(open === 'refuse' ? null : 'refuse')}
            >
              {t('demand.refuse')}
            </Button>
          </>
        )}
        {mayUnmark && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open === 'unmark'}
            onClick={() => setOpen(open === 'unmark' ? null : 'unmark')}
          >
            {t('demand.unmark')}
          </Button>
        )}
      </div>
      <ActionProblems action={decide} shownFields={[]} />
      {open === 'refuse' && (
        <NoteForm
          {...shared}
          title={t('demand.refuse')}
          submitLabel={t('demand.refuse')}
          document={demandMarkDecideMutation}
          resultOf={(data) => data.demandMarkDecide}
          inputOf={(reason) => ({ id, approve: false, reason })}
          draftName={`${id}.refuse`}
        />
      )}
      {open === 'unmark' && (
        <NoteForm
          {...shared}
          title={t('demand.unmark')}
          submitLabel={t('demand.unmark')}
          document={demandUnmarkMutation}
          resultOf={(data) => data.demandUnmark}
          inputOf={(reason) => ({ id, reason })}
          draftName={`${id}.unmark`}
        />
      )}
    </li>
  );
}
