import { builder } from '../builder.ts';

export const NotificationKindEnum = builder.enumType('NotificationKind', {
  description: 'What an entry of an inbox tells. More may be added: have a default branch.',
  values: {
    DISPATCH_WAITING: { description: 'A complaint has no department: it waits to be routed (待派单).' },
    CLAIM_WAITING: { description: 'A complaint was routed to the department: it waits to be claimed (待接单).' },
    HANDOFF_ASKED: { description: 'Another department asks to hand a complaint over (转办待答复).' },
    CONTESTED: { description: 'Departments dispute whose a complaint is: it waits for a ruling (待裁定).' },
    APPEALED: { description: 'A ruling was appealed: it waits for a decision.' },
    HOLD_REQUESTED: { description: 'Putting a complaint on hold waits for an approval.' },
    APPROVAL_ASKED: { description: "A resolution waits for the member's approval (待审批)." },
    APPROVAL_DECIDED: { description: 'A step of an approval that the member asked for was decided.' },
    RESOLUTION_ANSWERED: { description: 'The customer answered an offer, or proposed something else.' },
    DUTY_GIVEN: { description: 'A duty was given (协办事项).' },
    MEETING_DECISION: { description: 'A meeting decided that the member sees to something (会议决议).' },
    MEETING_DECISION_DUE: { description: 'What the member sees to since a meeting fell due (会议决议到期).' },
    MEETING_AHEAD: { description: 'A meeting that the member belongs to begins soon (会议提醒).' },
    MEETING_DATE_CHANGED: {
      description: 'A meeting that the member belongs to was moved, called off, or put back to its time (会议改期).',
    },
    DEADLINE_BREACHED: { description: 'A deadline was breached (超时).' },
    ESCALATED: { description: 'A complaint was escalated to the member (升级).' },
    DEADLINE_APPROACHING: { description: 'A deadline comes near (临期).' },
    SUPERVISED: { description: 'A coordinator holds a complaint until it moves (督办).' },
    URGED: { description: 'A colleague urges (催办).' },
    CUSTOMER_WROTE: {
      description: 'The customer wrote on their page (客户留言): it waits to be read, or for a contact with them.',
    },
    CUSTOMER_ANGRY: { description: 'A new complaint is angry: it waits to be looked at by a supervisor.' },
    SURVEY_ANSWERED: {
      description: 'A customer was not satisfied (不满意): the case begins anew, or takes a final answer.',
    },
    REGULATOR_ANSWER_ASKED: { description: 'An answer to an agency waits for a review (监管答复待审核).' },
    REPLY_ASKED: { description: 'Wording for a customer waits for an approval (答复口径待核准).' },
    DEMAND_MARK_ASKED: { description: 'A mark of unreasonable demands waits for a second person (不合理诉求待复核).' },
    REVIEW_DECIDED: { description: 'What the member handed in was approved or returned (送审结果).' },
    FINAL_ANSWER_ASKED: { description: 'A final answer waits for its review (终结答复待复核).' },
    ASSIGNED: { description: 'The member was named to work on a complaint.' },
    RULED: { description: 'It was ruled who handles a contested complaint (裁定), or an appeal was decided.' },
    HANDOFF_ANSWERED: { description: 'A handoff that the member asked for was accepted or declined.' },
    MENTIONED: { description: 'A colleague named the member in a comment.' },
  },
});
