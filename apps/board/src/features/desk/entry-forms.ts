/** Which forms of the drawer answer an entry, where one press can't: its links lead straight into them. */
import { answerForms } from '@redress/domain/rules/answer-forms';
import type { AnswerForm } from '@redress/domain/rules/answer-forms';
import type { InboxEntry } from '../inbox/inbox-documents.ts';

/** The forms that wait for this member, the likeliest first; none when the entry waits for nothing that is theirs. */
export function formsOf({ kind, isWaiting, complaint: { viewerCan, ruling } }: InboxEntry): AnswerForm[] {
  if (!isWaiting) return [];
  const allowed: Record<AnswerForm, boolean> = {
    route: viewerCan.route,
    rule: viewerCan.rule,
    'decide-appeal': ruling?.viewerCan.decide === true,
    'approve-hold': viewerCan.approveHold,
    // Who may not approve it asked for it: to refuse is to take it back, and nothing that waits for them.
    'refuse-hold': viewerCan.approveHold,
    'take-on': viewerCan.takeOn,
  };
  return answerForms(kind).filter((form) => allowed[form]);
}
