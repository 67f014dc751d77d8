/** What can be done at a line of the desk without opening its complaint: each by one key, with one line of typing at most. */
import type { Shortcut } from '../../app/shortcuts.ts';
import type { InboxCard } from '../inbox/inbox-cards.ts';
import type { InboxEntry } from '../inbox/inbox-documents.ts';

export type ActKind =
  | 'claim'
  | 'accept'
  | 'decline'
  | 'approve'
  | 'reject'
  | 'finish'
  | 'takeOn'
  | 'handOver'
  | 'assign';

export interface Act {
  kind: ActKind;
  /** The entry that it answers; of the whole complaint, the line's first. */
  entry: InboxEntry;
}

/** The key of each. A decision is taken and refused by the same keys, whatever it is about. */
export const ACT_KEYS: Readonly<Record<ActKind, Shortcut<'desk'>>> = {
  claim: 'claim',
  accept: 'accept',
  decline: 'decline',
  approve: 'accept',
  reject: 'decline',
  finish: 'finish',
  takeOn: 'takeOn',
  handOver: 'handOver',
  assign: 'assign',
};

/** What this member may do at a line, the answers that it waits for first. A key means one thing: the more urgent entry's. */
export function actsOf(card: InboxCard): Act[] {
  const answers = card.filter(({ isWaiting }) => isWaiting).flatMap(answersTo);
  const [first] = card;
  const { viewerCan } = first.complaint;
  const rest: Act[] = [];
  if (card.some(({ isWaiting }) => isWaiting)) {
    if (viewerCan.handOff) rest.push({ kind: 'handOver', entry: first });
    if (viewerCan.assign) rest.push({ kind: 'assign', entry: first });
  }
  const acts: Act[] = [];
  for (const act of [...answers, ...rest]) {
    if (!acts.some(({ kind }) => ACT_KEYS[kind] === ACT_KEYS[act.kind])) acts.push(act);
  }
  return acts;
}

function answersTo(entry: InboxEntry): Act[] {
  const { kind, handoff, approval, duty, complaint } = entry;
  if (kind === 'HANDOFF_ASKED') {
    if (handoff === null || !complaint.viewerCan.answerHandoff) return [];
    return [
      { kind: 'accept', entry },
      { kind: 'decline', entry },
    ];
  }
  if (kind === 'APPROVAL_ASKED' && approval?.viewerCanDecide === true) {
    return [
      { kind: 'approve', entry },
      { kind: 'reject', entry },
    ];
  }
  if (kind === 'DUTY_GIVEN' && duty !== null) return [{ kind: 'finish', entry }];
  const { claim, takeOn } = complaint.viewerCan;
  const asksForClaim = kind === 'CLAIM_WAITING' || kind.startsWith('DEADLINE_') || kind === 'ESCALATED';
  // To claim what was escalated is to take it on.
  if (asksForClaim && claim) return [{ kind: 'claim', entry }];
  return kind === 'ESCALATED' && takeOn && complaint.escalation !== null ? [{ kind: 'takeOn', entry }] : [];
}
