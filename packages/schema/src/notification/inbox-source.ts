/** A member's inbox as the live layer hands it to the contract; ids are rows' ids. */
import type { InboxCount } from '@redress/domain/reads/inbox';

export interface InboxNews {
  count: InboxCount;
  /** Entries that were written since the last time, in sight or not. */
  newIds: readonly string[];
  /** It tells of meetings, and the inbox is what it was. */
  meetingsChanged: boolean;
}
