/** Which forms of the drawer answer an entry, where one press can't: its links lead straight into them. */
import type { ActionKind } from '../complaint/action-kinds.ts';
import type { InboxEntry } from './inbox-documents.ts';

/** The forms of the drawer that entries lead into. */
export type EntryForm = Extract<
  ActionKind,
  'route' | 'rule' | 'decide-appeal' | 'approve-hold' | 'refuse-hold' | 'take-on'
>;

/** The forms that wait for this member, the likeliest first; none when the entry waits for nothing that is theirs. */
export function formsOf({ kind, isWaiting, complaint }: InboxEntry): EntryForm[] {
  if (!isWaiting) return [];
  const { viewerCan, ruling } = complaint;
  switch (kind) {
    case 'DISPATCH_WAITING':
      return viewerCan.route ? ['route'] : [];
    case 'CONTESTED':
      return viewerCan.rule ? ['rule'] : [];
    case 'APPEALED':
      return ruling?.viewerCan.decide === true ? ['decide-appeal'] : [];
    case 'HOLD_REQUESTED':
      return viewerCan.approveHold ? ['approve-hold', 'refuse-hold'] : [];
    case 'ESCALATED':
      return viewerCan.takeOn ? ['take-on'] : [];
    default:
      return [];
  }
}
