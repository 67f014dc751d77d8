/** What is said of meetings. */
import type { Message } from './catalogue.ts';

export const MEETING_MESSAGES = {
  forbidden_meeting: {
    'zh-CN': '协调会由成员参加，令牌不能操作。',
    en: 'Meetings are held by members; a token takes no part.',
  },
  forbidden_meetingRun: {
    'zh-CN': '只有协调员可以发起和主持协调会。',
    en: 'Meetings are started and led by coordinators.',
  },
  forbidden_meetingDecisionFulfil: {
    'zh-CN': '是否办完由落实人或协调员登记。',
    en: 'Who sees to it says that it is done, or a coordinator.',
  },
  forbidden_minutesConfirm: {
    'zh-CN': '会议纪要由发起人或最后的主持人确认。',
    en: 'Minutes are confirmed by the host, or by who led the meeting last.',
  },
  forbidden_minutesObject: {
    'zh-CN': '只有应到或到会的成员可以对纪要提出异议。',
    en: 'Objections come from those who belong to the meeting or were there.',
  },
  notPresenter: {
    'zh-CN': '现在由 {name} 主持。请由其操作，或先接手主持。',
    en: '{name} leads the meeting now. Ask them, or take over first.',
  },
  meetingOver: {
    'zh-CN': '会议已结束，议程和纪要不再变动。',
    en: 'The meeting has ended; its agenda and its minutes stand.',
  },
  meetingItemEither: {
    'zh-CN': '请填写投诉编号或议题名称，二者选一。',
    en: "Give a complaint's number or a title, one of the two.",
  },
  meetingDatePast: {
    'zh-CN': '这个时间已经过了，请选将来的时间。',
    en: 'That time has passed. Choose one that is ahead.',
  },
  meetingDateTooClose: {
    'zh-CN': '须在前后两次例会之间，并与它们各相隔至少 12 小时。',
    en: 'It has to lie between the meetings before and after it, at least 12 hours from both.',
  },
  meetingDateUnknown: {
    'zh-CN': '近期没有这一次例会。请刷新后再选。',
    en: 'There is no such date ahead. Load the page again and choose one.',
  },
  meetingItemKnown: { 'zh-CN': '{number} 已在议程上。', en: '{number} is on the agenda already.' },
  meetingItemDiscussed: {
    'zh-CN': '这一项已讨论过，须留在纪要中；请改为“议毕”或“暂缓”。',
    en: 'This was talked about and stays in the minutes. Conclude it or put it off instead.',
  },
  meetingAgendaFull: {
    'zh-CN': '议程最多 {max} 项，请先移除几项。',
    en: 'An agenda holds at most {max} items. Take some off first.',
  },
  unknownComplaintNumber: {
    'zh-CN': '没有编号为 {number} 的投诉，请核对。',
    en: 'There is no complaint {number}. Check the number.',
  },
  auditorLooksOn: {
    'zh-CN': '{name}是审计人员，只旁听，不参加会议。请另选一位。',
    en: '{name} is an auditor and looks on. Choose somebody else.',
  },
  standsInForThemselves: {
    'zh-CN': '不能代自己出席，请选择被代的同事。',
    en: 'Nobody stands in for themselves. Choose the colleague.',
  },
  presenterStays: {
    'zh-CN': '主持人离开前，请先由另一位协调员接手主持。',
    en: 'Before who leads can leave, another coordinator takes over.',
  },
  minutesBeforeEnd: {
    'zh-CN': '会议还在进行，结束后才能确认纪要。',
    en: 'The meeting goes on. Its minutes are confirmed once it has ended.',
  },
  minutesNotConfirmed: {
    'zh-CN': '纪要尚未确认，确认后 24 小时内可以提出异议。',
    en: 'The minutes are not confirmed yet. Objections are taken for 24 hours from then.',
  },
  objectionsOver: {
    'zh-CN': '纪要确认已满 24 小时，不再接受异议。',
    en: 'The minutes were confirmed more than 24 hours ago; objections are taken no longer.',
  },
  staleSeries: {
    'zh-CN': '您打开之后，另一位同事已修改了这个例会。您填写的内容已保留，请与最新内容核对后再保存。',
    en: 'Somebody else changed this series after you opened it. What you typed is kept: compare it with what it says now, then save.',
  },
  remindRange: {
    'zh-CN': '提醒时间请填 0 到 1440 分钟，0 表示不提醒。',
    en: 'Remind 0 to 1,440 minutes before; 0 is never.',
  },
  itemMinutesRange: {
    'zh-CN': '每项时间请填 1 到 240 分钟。',
    en: 'Plan 1 to 240 minutes for an item.',
  },
  rhythmRange: {
    'zh-CN': '请选择星期（1 到 7）和一天中的时间。',
    en: 'Choose a weekday (1 to 7) and a time of day.',
  },
} as const satisfies Record<string, Message>;
