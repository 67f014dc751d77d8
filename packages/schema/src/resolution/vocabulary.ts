/** The words of resolutions and their approvals, as enums of the contract. */
import { builder } from '../builder.ts';

export const ResolutionKindEnum = builder.enumType('ResolutionKind', {
  description: 'What the company gives or does (处理方案). More may be added: have a default branch.',
  values: {
    REFUND: { description: '退款: what was paid, or a part of it. Has an amount.' },
    REPLACEMENT: { description: '换货: another one. May have an amount: what it costs.' },
    REPAIR: { description: '维修. May have an amount: what it costs.' },
    COMPENSATION: { description: '赔偿: owed for a fault. Has an amount.' },
    GOODWILL: { description: '补偿: not owed, given to keep the customer. Has an amount.' },
    GIFT: { description: '礼品: a thing or a voucher. Has an amount: what it is worth.' },
    APOLOGY: { description: '致歉. Has no amount, and needs no consent.' },
    EXPLANATION: { description: '解释说明. Has no amount, and needs no consent.' },
  },
});

export const ResolutionStateEnum = builder.enumType('ResolutionState', {
  description: 'How far a resolution has come.',
  values: {
    DRAFT: { description: 'The company considers it; the customer does not know of it.' },
    OFFERED: { description: 'The customer may choose or refuse it, until `answerUntil`.' },
    PROPOSED: { description: 'The customer proposed it; the company answers.' },
    ACCEPTED: { description: 'Both sides agree; it is to be carried out.' },
    CARRIED_OUT: { description: 'It was done, with proof.' },
    REFUSED: { description: 'The customer refused the offer, or the company the proposal.' },
    WITHDRAWN: {
      description: 'It is off the table: taken back, not approved, another was chosen, or the round is over.',
    },
  },
});

export const ApprovalStateEnum = builder.enumType('ApprovalState', {
  description: 'Whether somebody must approve it, and whether they did.',
  values: {
    NOT_NEEDED: { description: 'Nobody has to, or has to any more.' },
    PENDING: { description: 'It waits for its approval.' },
    APPROVED: { description: 'Approved.' },
    REJECTED: { description: 'Not approved.' },
  },
});
