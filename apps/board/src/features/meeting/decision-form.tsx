import { Button } from '@mantine/core';
import { useDraft } from '../../app/use-draft.ts';
import { decisionDraft, NO_DECISION } from './decision-draft.ts';
import { DecisionShell } from './decision-shell.tsx';
import type { Said } from './decision-shell.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { decideMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** What no action stands for: a decision in words. What was typed is kept for this item until it is in the minutes. */
export function DecisionForm({ meeting, itemId }: { meeting: MeetingView; itemId: string }) {
  const t = useMeetingT();
  const decide = useMeetingAction(decideMutation, { adds: true });
  const { fields, set, clear } = useDraft(decisionDraft(meeting.id, itemId), NO_DECISION);
  const submit = async (said: Said) => {
    if ((await decide.run({ input: { id: meeting.id, itemId, ...said } })) !== null) clear();
  };
  return (
    <DecisionShell
      name={t('meeting.words')}
      fields={fields}
      set={set}
      known={null}
      label={t('meeting.words')}
      hint={t('meeting.wordsHint')}
      action={decide}
      onSubmit={(said) => void submit(said)}
    >
      {(isEmpty) => (
        <div>
          <Button type="submit" size="xs" variant="default" loading={decide.busy} disabled={isEmpty}>
            {t('meeting.wordsSubmit')}
          </Button>
        </div>
      )}
    </DecisionShell>
  );
}
