/** Who worked on a case (docs/SPEC.md, SV4): kept with the complaint, so that whoever asks the customer is somebody else. */
import type { TableRows } from '../events/tables.ts';
import type { EventDraft, EventType } from '../events/types.ts';
import type { ActionContext } from './context.ts';

/** What colleagues do without working on the case: taking it in, sending it on, pushing it, asking how it was. */
const NOT_HANDLING: ReadonlySet<EventType> = new Set([
  'ComplaintRegistered',
  'ComplaintRouted',
  'SeverityChanged',
  'CommentAdded',
  'ComplaintUrged',
  'ComplaintEscalated',
  'SupervisionBegan',
  'SupervisionEnded',
  'ComplaintRuled',
  'AppealDecided',
  'SurveyAttempted',
]);

/** What the customer's verdict leads to, whoever takes it down: the new round, the closed case. */
const AFTER_IT: ReadonlySet<EventType> = new Set([
  'SurveyAnswered',
  'FinalAnswerRequested',
  'FinalAnswerRejected',
  'FinalAnswerGiven',
]);

/** Adds who makes the change, if it is work on the case. */
export function rememberHandler(
  { principal }: ActionContext,
  complaint: Pick<TableRows['complaint'], 'handledByIds'>,
  events: readonly EventDraft[],
): void {
  if (principal.kind !== 'MEMBER' || complaint.handledByIds.includes(principal.id)) return;
  if (events.some(({ type }) => AFTER_IT.has(type)) || events.every(({ type }) => NOT_HANDLING.has(type))) return;
  complaint.handledByIds = [...complaint.handledByIds, principal.id].sort();
}
