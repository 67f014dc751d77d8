/** Which forms of the drawer answer an entry, where one press can't: its links lead straight into them. */
import { answerForms } from '@redress/domain/rules/answer-forms';
import type { AnswerForm } from '@redress/domain/rules/answer-forms';
import type { InboxEntry } from '../inbox/inbox-documents.ts';

/** Those of the forms that the drawer has; an escalation is taken on at the line itself. */
export type DrawerForm = Exclude<AnswerForm, 'take-on'>;

/** The forms that wait for this member, the likeliest first; none when the entry waits for nothing that is theirs. */
export function formsOf({ kind, isWaiting, complaint: { viewerCan, ruling } }: InboxEntry): DrawerForm[] {
  if (!isWaiting) return [];
  const allowed: Record<DrawerForm, boolean> = {
    route: viewerCan.route,
    rule: viewerCan.rule,
    'decide-appeal': ruling?.viewerCan.decide === true,
    'approve-hold': viewerCan.approveHold,
    // Who may not approve it asked for it: to refuse is to take it back, and nothing that waits for them.
    'refuse-hold': viewerCan.approveHold,
  };
  return answerForms(kind).filter((form): form is DrawerForm => form !== 'take-on' && allowed[form]);
}
