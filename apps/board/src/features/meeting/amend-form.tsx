import { Button } from '@mantine/core';
import { useDraft } from '../../app/use-draft.ts';
import { localOf } from '../fields/moment.ts';
import { DecisionShell } from './decision-shell.tsx';
import type { Said } from './decision-shell.tsx';
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
  const submit = async (said: Said) => {
    if ((await amend.run({ input: { id: meetingId, decisionId, ...said } })) === null) return;
    clear();
    onDone();
  };
  return (
    <DecisionShell
      name={t('meeting.amend')}
      fields={fields}
      set={set}
      known={owner}
      label={t('meeting.amendWords')}
      action={amend}
      onSubmit={(said) => void submit(said)}
    >
      {(isEmpty) => (
        <div className={classes.row}>
          <Button type="submit" size="xs" loading={amend.busy} disabled={isEmpty}>
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
      )}
    </DecisionShell>
  );
}
