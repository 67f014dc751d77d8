/** What a change sends out beside inboxes: rows of the change itself, whose jobs are queued in its statement. */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { deliveriesOf } from '../rules/deliveries.ts';
import type { Severity } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';

/** The deliveries of a change's notifications; `id` is null where they are about no complaint. */
export function deliveryRowsOf(
  { directory }: ActionContext,
  at: Date,
  { id: complaintId, severity }: { id: string | null; severity: Severity },
  notifications: readonly TableRows['notification'][],
): TableRows['delivery'][] {
  const planned = deliveriesOf(notifications, (memberId) => directory.channelsOf(memberId), severity, at);
  return planned.map((delivery) => ({
    id: uuidv7(),
    ...delivery,
    complaintId,
    state: 'QUEUED',
    createdAt: at,
    attempts: 0,
    problem: null,
    settledAt: null,
  }));
}
