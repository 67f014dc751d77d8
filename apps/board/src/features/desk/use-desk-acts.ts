import { useState } from 'react';
import type { Act } from './desk-acts.ts';
import { acceptMutation, approvalMutation, claimMutation } from './desk-documents.ts';
import { useAnswer } from './use-answer.ts';
import { useDeskT } from './use-desk-t.ts';

/** The acts of one line: one press does it, or opens the one line of typing that it takes. */
export function useDeskActs(reload: () => void, onDone: (words: string) => void) {
  const t = useDeskT();
  const claim = useAnswer(claimMutation, reload);
  const accept = useAnswer(acceptMutation, reload);
  const approve = useAnswer(approvalMutation, reload);
  const [form, setForm] = useState<Act | null>(null);
  const presses = [claim, accept, approve];
  const problem = presses.map((press) => press.problem).find((words) => words !== null) ?? null;

  const press = async ({ kind, entry: { complaint, handoff, approval } }: Act): Promise<boolean> => {
    switch (kind) {
      case 'claim':
        return (await claim.give({ input: { id: complaint.id } })) !== null;
      case 'accept':
        return handoff !== null && (await accept.give({ input: { id: handoff.id } })) !== null;
      case 'approve':
        return approval !== null && (await approve.give({ input: { id: approval.id, approve: true } })) !== null;
      default:
        return false;
    }
  };
  return {
    busy: presses.some(({ busy }) => busy),
    /** Why the last press was refused. */
    problem,
    form,
    close() {
      for (const one of presses) one.dismiss();
      setForm(null);
    },
    async run(act: Act) {
      const { kind, entry } = act;
      if (kind !== 'claim' && kind !== 'accept' && kind !== 'approve') {
        setForm((open) => (open?.kind === kind ? null : act));
        return;
      }
      setForm(null);
      if (await press(act)) onDone(t(`desk.done.${kind}`, { number: entry.complaint.number }));
    },
  };
}
