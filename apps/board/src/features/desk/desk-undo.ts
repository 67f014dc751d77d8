import { assignMutation, withdrawMutation } from './desk-documents.ts';
import { useAnswer } from './use-answer.ts';

/** What takes back the last act. What others have built upon meanwhile is refused by the server, in words. */
export type Undo =
  | { kind: 'withdraw'; handoffId: string; number: string }
  /** `version`: as the assignment left the complaint; a later change is not undone along with it. */
  | { kind: 'assignBack'; complaintId: string; assigneeId: string | null; version: number; number: string };

/** Takes an act back. */
export function useUndo(reload: () => void) {
  const withdraw = useAnswer(withdrawMutation, reload);
  const assign = useAnswer(assignMutation, reload);
  return {
    busy: withdraw.busy || assign.busy,
    problem: withdraw.problem ?? assign.problem,
    dismiss() {
      withdraw.dismiss();
      assign.dismiss();
    },
    /** Whether it was taken back. */
    async run(undo: Undo): Promise<boolean> {
      switch (undo.kind) {
        case 'withdraw':
          return (await withdraw.give({ input: { id: undo.handoffId } })) !== null;
        case 'assignBack': {
          const { complaintId: id, assigneeId, version: expectedVersion } = undo;
          return (await assign.give({ input: { id, assigneeId, expectedVersion } })) !== null;
        }
      }
    },
  };
}
