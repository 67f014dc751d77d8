/** What answers an entry of an inbox where one press can't: a form of the board, into which links lead. */
import type { NotificationKind } from './vocabulary.ts';

/** Forms as addresses name them (`/complaints/C-2026-000123#rule`); messages that went out hold them, so they stay. */
export type AnswerForm = 'route' | 'rule' | 'decide-appeal' | 'approve-hold' | 'refuse-hold' | 'take-on';

const FORMS: Partial<Record<NotificationKind, readonly AnswerForm[]>> = {
  DISPATCH_WAITING: ['route'],
  CONTESTED: ['rule'],
  APPEALED: ['decide-appeal'],
  HOLD_REQUESTED: ['approve-hold', 'refuse-hold'],
  ESCALATED: ['take-on'],
};

/** The forms that answer an entry of this kind, the likeliest first; none where its card is the way. */
export function answerForms(kind: NotificationKind): readonly AnswerForm[] {
  return FORMS[kind] ?? [];
}
