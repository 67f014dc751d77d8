/** The words of a complaint, as enums of the contract. Values are those of the domain (rules/vocabulary.ts). */
import { builder } from '../builder.ts';

export const StageEnum = builder.enumType('Stage', {
  description: 'Where a complaint stands in its process (阶段), in this order.',
  values: {
    RECEIVED: { description: '待派单: taken in, not yet accepted by a department.' },
    CONFIRMED: { description: '受理: with a department, which confirms facts and demand with the customer.' },
    INVESTIGATING: { description: '调查: what happened, and why.' },
    RESOLVING: { description: '处理: a remedy is offered and carried out.' },
    FOLLOWING_UP: { description: '回访: the customer is asked whether they are satisfied.' },
    CLOSED: { description: '结案: done; it can be reopened.' },
  },
});

export const SeverityEnum = builder.enumType('Severity', {
  description: 'How grave a complaint is (投诉等级); it decides how long each clock may run.',
  values: {
    GENERAL: { description: '一般.' },
    IMPORTANT: { description: '重要.' },
    URGENT: { description: '紧急: safety, injury, press, or many customers.' },
  },
});

export const ChannelEnum = builder.enumType('Channel', {
  description: 'The way by which a customer and the company speak (渠道).',
  values: {
    PHONE: { description: 'By telephone.' },
    EMAIL: { description: 'By e-mail.' },
    LIVE_CHAT: { description: 'In a live chat.' },
    SOCIAL_MEDIA: { description: 'On social media.' },
    WEB_FORM: { description: 'Through a form on the web.' },
    MOBILE_APP: { description: "In the company's app." },
    STORE: { description: 'In a store.' },
    LETTER: { description: 'By letter.' },
  },
});

export const ComplaintKindEnum = builder.enumType('ComplaintKind', {
  description: 'What a customer came with.',
  values: {
    COMPLAINT: { description: '投诉.' },
    SUGGESTION: { description: '建议.' },
    INQUIRY: { description: '咨询.' },
    PRAISE: { description: '表扬.' },
  },
});

export const ConsequenceEnum = builder.enumType('Consequence', {
  description: 'What may come of a complaint.',
  values: {
    INJURY: { description: 'Somebody was or could be hurt (人身).' },
    LEGAL: { description: 'A lawsuit, or an authority (法律).' },
    PRESS: { description: 'Public attention (舆情).' },
  },
});

export const TriageReasonEnum = builder.enumType('TriageReason', {
  description: 'Why triage proposes more than what the category says.',
  values: {
    INJURY: { description: 'Somebody was or could be hurt.' },
    LEGAL: { description: 'It may come to a lawsuit.' },
    PRESS: { description: 'It may draw public attention.' },
    REACH: { description: 'It came by a channel that others read along.' },
    TIER: { description: "The customer's tier." },
    MOOD: { description: 'The text is angry; the supervisors were told.' },
  },
});

export const FactFieldEnum = builder.enumType('FactField', {
  description: 'A fact of a complaint that can be corrected.',
  values: {
    KIND: { value: 'kind', description: 'What the customer came with.' },
    SUBJECT: { value: 'subject', description: 'What it is about, in a line.' },
    DEMAND: { value: 'demand', description: 'What the customer wants.' },
    OCCURRED_AT: { value: 'occurredAt', description: 'When it happened.' },
    PLACE: { value: 'place', description: 'Where it happened.' },
    ABOUT: { value: 'about', description: 'The order, product, store or person.' },
    CONSEQUENCES: { value: 'consequences', description: 'What may come of it.' },
    CATEGORY: { value: 'category', description: 'Its category.' },
  },
});

export const ValidityEnum = builder.enumType('Validity', {
  description: 'Whether a complaint is well founded (是否成立).',
  values: {
    UNDETERMINED: { description: 'It is not found yet.' },
    FOUNDED: { description: '成立.' },
    PARTLY_FOUNDED: { description: '部分成立.' },
    UNFOUNDED: { description: '不成立: it may be met with an explanation or with goodwill.' },
  },
});

export const StageRequirementEnum = builder.enumType('StageRequirement', {
  description: 'What a complaint still needs before it may leave its stage forwards.',
  values: {
    CATEGORY: { description: 'A category.' },
    SEVERITY: { description: 'A severity.' },
    DEPARTMENT: { description: 'A handling department.' },
    CLAIM: { description: 'That its department claims it.' },
    FACTS_CONFIRMED: { description: 'A contact in which facts and demand were confirmed with the customer.' },
    FIRST_RESPONSE: { description: 'A first contact with the customer that was recorded.' },
    DUTIES_ENDED: { description: 'That every duty is done, or waived by who gave it.' },
    VALIDITY: { description: 'A finding on whether it is well founded, with its reason.' },
    ROOT_CAUSE: { description: 'A root cause.' },
    REPORT: { description: "The investigation's report: course, findings, conclusion." },
    CONSULTATION: { description: 'A record of consultation; only of what is IMPORTANT or URGENT.' },
    RESOLUTION_OFFERED: { description: 'A resolution that the customer was offered.' },
    RESOLUTION_APPROVED: { description: 'The approval of every resolution agreed on, where it takes one.' },
    RESOLUTION_CARRIED_OUT: { description: 'A resolution agreed on, and every such one carried out with proof.' },
    SURVEY: {
      description: "The customer's score of 4 or 5, or that they did not answer after the reminders.",
    },
    CLOSING_SUMMARY: { description: 'The closing summary.' },
    REGULATOR_OUTCOME: { description: "The agency's outcome; only of a regulator's case." },
  },
});

export const StageRefusalEnum = builder.enumType('StageRefusal', {
  description: 'Why a stage cannot be entered from here although nothing is left to fill in.',
  values: {
    NOT_A_STEP: { description: 'The process has no such step.' },
    NOT_PERMITTED: { description: 'It is not for this caller to do.' },
    HANDOFF_PENDING: { description: 'A handoff is in flight; a closed complaint can have none.' },
    DUTY_OPEN: { description: 'A duty is open; a closed complaint can have none.' },
    WIP_LIMIT: { description: 'It holds as many complaints as it may, or as many of the department.' },
  },
});
