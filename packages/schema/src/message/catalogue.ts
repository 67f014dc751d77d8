/**
 * What the contract says to people: what happened, and what to do. One catalogue for both languages; a key without its
 * other language does not compile. Numbers and codes stand in braces.
 */
import { ATTACHMENT_MESSAGES } from './attachment.ts';
import { CALENDAR_MESSAGES } from './calendar.ts';
import { CONTEST_MESSAGES } from './contest.ts';
import { DELIVERY_MESSAGES } from './delivery.ts';
import { FORBIDDEN_MESSAGES } from './forbidden.ts';
import { HOLD_MESSAGES } from './hold.ts';
import { INVESTIGATION_MESSAGES } from './investigation.ts';
import { INPUT_MESSAGES } from './input.ts';
import { SPECIAL_MESSAGES } from './special.ts';
import { MEETING_MESSAGES } from './meeting.ts';
import { POLICY_MESSAGES } from './policy.ts';
import { RESOLUTION_MESSAGES } from './resolution.ts';
import { LADDER_MESSAGES } from './ladder.ts';
import { SURVEY_MESSAGES } from './survey.ts';
import type { Locale } from '../context.ts';

export type Message = Record<Locale, string>;

const OUTCOME_MESSAGES = {
  invalidInput: {
    'zh-CN': '填写的内容有误，请按各项提示修改后再提交。',
    en: 'Some of what was sent is not right. Mend what the issues name, and send it again.',
  },
  notFound: {
    'zh-CN': '找不到这条记录，或者您无权查看。请刷新后再试。',
    en: 'There is no such thing, or it is not yours to see. Load again and retry.',
  },
  staleVersion: {
    'zh-CN':
      '您打开之后，这条投诉已被别人修改（您看到的是第 {expected} 版，现在是第 {version} 版）。请核对最新内容后再提交。',
    en: 'Somebody changed this complaint after you opened it (you saw version {expected}; it is now {version}). Look at it again, then retry.',
  },
  stalePolicy: {
    'zh-CN': '您打开之后，另一位管理员已修改了这项设置。请核对最新内容后再保存。',
    en: 'Another administrator changed this setting after you opened it. Look at it again, then save.',
  },
  stageRequirements: {
    'zh-CN': '还不能进入该阶段，请先补齐所缺的内容。',
    en: 'It cannot enter that stage yet. Complete what is missing first.',
  },
  stageRefusedNotAStep: {
    'zh-CN': '流程中没有这一步，请按阶段顺序流转。',
    en: 'The process has no such step. Go through the stages in their order.',
  },
  stageRefusedNotPermitted: {
    'zh-CN': '您无权把投诉移到该阶段，请联系协调员。',
    en: 'This move is not yours to make. Ask a coordinator.',
  },
  stageRefusedHandoff: {
    'zh-CN': '转办还在等待答复，请先接收、退回或撤回转办，再结案。',
    en: 'A handoff still waits for its answer. Have it accepted, declined or withdrawn before closing.',
  },
  stageRefusedFull: {
    'zh-CN': '该阶段已达到在办上限。',
    en: 'The stage holds as many as it may.',
  },
  stageFull: {
    'zh-CN': '该阶段已有 {count} 件，上限 {limit} 件。请先办结一些；协调员可以写明原因特批放行。',
    en: 'The stage holds {count} of at most {limit}. Move some on first; a coordinator may override it with a reason.',
  },
  stageFullOfDepartment: {
    'zh-CN': '{department}在该阶段已有 {count} 件，上限 {limit} 件。请先办结一些；协调员可以写明原因特批放行。',
    en: '{department} has {count} of at most {limit} in that stage. Move some on first; a coordinator may override it with a reason.',
  },
  stageRefusedDuty: {
    'zh-CN': '还有协办事项未完成，请先完成或免除，再结案。',
    en: 'A duty is still open. Have it done or waived before closing.',
  },
  alreadyClaimed: {
    'zh-CN': '这条投诉已由 {name} 接单，无需重复操作。',
    en: '{name} has claimed this complaint already. There is nothing left to do.',
  },
  alreadyClaimedBySystem: {
    'zh-CN': '这条投诉已被接单，无需重复操作。',
    en: 'This complaint has been claimed already. There is nothing left to do.',
  },
  handoffPending: {
    'zh-CN': '这条投诉正在转办给{to}，请等对方答复，或先撤回转办。',
    en: '{to} has been asked to take this complaint over. Wait for the answer, or withdraw the request first.',
  },
  handoffAnswered: {
    'zh-CN': '这次转办已经有了结果，请刷新查看。',
    en: 'This handoff has been settled already. Load again to see how.',
  },
  escalationEnded: {
    'zh-CN': '这次升级已有人接手，或原因已消除，请刷新查看。',
    en: 'This escalation was taken on by somebody, or its cause is gone. Load again to see how.',
  },
  idempotencyConflict: {
    'zh-CN': '同一个幂等键已用于另一个请求，请换一个新的键。',
    en: 'This idempotency key was used for another request. Use a new one.',
  },
  rateLimited: {
    'zh-CN': '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many tries. Try again in {seconds} seconds.',
  },
  invalidCredentials: {
    'zh-CN': '邮箱或密码不正确，请核对后重试。',
    en: 'The address or the password is not right. Check both and try again.',
  },
} as const satisfies Record<string, Message>;

export const MESSAGES = {
  ...OUTCOME_MESSAGES,
  ...INPUT_MESSAGES,
  ...ATTACHMENT_MESSAGES,
  ...CALENDAR_MESSAGES,
  ...CONTEST_MESSAGES,
  ...DELIVERY_MESSAGES,
  ...MEETING_MESSAGES,
  ...POLICY_MESSAGES,
  ...LADDER_MESSAGES,
  ...FORBIDDEN_MESSAGES,
  ...HOLD_MESSAGES,
  ...INVESTIGATION_MESSAGES,
  ...SPECIAL_MESSAGES,
  ...SURVEY_MESSAGES,
  ...RESOLUTION_MESSAGES,
} as const;

export type MessageKey = keyof typeof MESSAGES;
