/** What can be wrong with calendars, rosters, quiet hours and imported days. The keys are those of the rules' shapes. */
import type { Message } from './catalogue.ts';

export const CALENDAR_MESSAGES = {
  malformedTime: {
    'zh-CN': '时间格式不正确，请按 24 小时制填写，如 09:00。',
    en: 'This is no time of day. Write it with 24 hours, such as 09:00.',
  },
  malformedDay: {
    'zh-CN': '没有这一天，请按“年-月-日”填写，如 2026-10-01。',
    en: 'There is no such day. Write it as year-month-day, such as 2026-10-01.',
  },
  spanEndsBeforeItBegins: {
    'zh-CN': '结束时间必须晚于开始时间；跨午夜的请分成两天填写，当天到 24:00 为止。',
    en: 'The end must be later than the beginning. Split what passes midnight: the first day ends at 24:00.',
  },
  spansOverlap: {
    'zh-CN': '这段时间与前一段重叠，请调整或合并。',
    en: 'This span overlaps the one before it. Move it, or join the two.',
  },
  spansNotInOrder: {
    'zh-CN': '时间段请按先后顺序填写。',
    en: 'Give the spans of a day in the order of time.',
  },
  tooManySpans: {
    'zh-CN': '一天最多 {max} 个时间段，请合并一些。',
    en: 'A day has at most {max} spans. Join some of them.',
  },
  dayTwice: {
    'zh-CN': '这一天已经设置过，请合并或删除其中一条。',
    en: 'This day is in the list already. Keep one of the two.',
  },
  tooManyDays: {
    'zh-CN': '特殊日期最多 {max} 天，请删除已经过去的。',
    en: 'A calendar has at most {max} days of its own. Remove those that have passed.',
  },
  unknownTimeZone: {
    'zh-CN': '没有这个时区，请从列表中选择，如 Asia/Shanghai。',
    en: 'There is no such time zone. Choose one of the list, such as Europe/Berlin.',
  },
  unknownHolidays: {
    'zh-CN': '没有该地区的节假日数据，请另选一个地区，或不设节假日。',
    en: 'No holidays are known for this place. Choose another, or none.',
  },
  noOpenTime: {
    'zh-CN': '一周内没有任何工作时间，时限将永远不会到期。请至少为一天填写工作时间。',
    en: 'The week has no hours at all, so no deadline would ever fall due. Give at least one day its hours.',
  },
  shiftNamesNobody: {
    'zh-CN': '请为这个班次至少选择一人。',
    en: 'This shift names nobody. Choose at least one person.',
  },
  tooManyShifts: {
    'zh-CN': '值班表最多 {max} 个班次，请合并一些。',
    en: 'A roster has at most {max} shifts. Join some of them.',
  },
  tooManyMembers: {
    'zh-CN': '同时值班的最多 {max} 人，请减少人数。',
    en: 'At most {max} people are on duty together. Choose fewer.',
  },
  tooManyExceptions: {
    'zh-CN': '值班调整最多 {max} 条，请删除已经过去的。',
    en: 'A roster has at most {max} exceptions. Remove those that have passed.',
  },
  exceptionsOverlap: {
    'zh-CN': '这次值班调整与另一次的时间重叠，请修改其中一次。',
    en: 'This exception overlaps another one. Change the time of one of them.',
  },
  endsBeforeItBegins: {
    'zh-CN': '结束时间必须晚于开始时间，请修改。',
    en: 'The end must be later than the beginning.',
  },
  malformedMoment: {
    'zh-CN': '时间格式不正确，请填写带时区的日期和时间，如 2026-10-01T08:00:00+08:00。',
    en: 'This is no moment. Give date, time and offset, such as 2026-10-01T08:00:00+02:00.',
  },
  quietWithoutEnd: {
    'zh-CN': '免打扰的开始和结束不能相同，否则永远不会通知您。',
    en: 'Quiet hours need an end that differs from their beginning; else nothing would ever reach you.',
  },
  icalendarTooLarge: {
    'zh-CN': '文件超过 512 kB，请只导出需要的日历或年份。',
    en: 'The file is larger than 512 kB. Export only the calendar, or the years, that you need.',
  },
  notICalendar: {
    'zh-CN': '这不是有效的 iCalendar（.ics）文件，请重新从日历软件中导出。',
    en: 'This is no valid iCalendar (.ics) file. Export it from your calendar again.',
  },
  icalendarTooManyDays: {
    'zh-CN': '文件中的日期超过 2000 天，不像是休息日日历，请核对后只导出休息日。',
    en: 'The file names more than 2,000 days, which is no list of closing days. Export only those.',
  },
  icalendarTooManyRules: {
    'zh-CN': '文件中的重复全天事件超过 100 个，请只导出休息日。',
    en: 'The file has more than 100 recurring whole-day events. Export only the closing days.',
  },
  icalendarRuleTooFine: {
    'zh-CN': '文件中有按小时、分钟或秒重复的全天事件，请在日历软件中改正后重新导出。',
    en: 'A whole-day event recurs by hours, minutes or seconds. Mend it in your calendar, and export again.',
  },
  windowEndsBeforeItBegins: {
    'zh-CN': '导入的结束日期不能早于开始日期，请修改。',
    en: 'The last day to import must not come before the first.',
  },
  rosterWindowTooLong: {
    'zh-CN': '一次最多查看 {max} 天的值班，请缩短日期范围。',
    en: 'At most {max} days are looked at once. Choose an earlier end.',
  },
  windowTooLong: {
    'zh-CN': '一次最多导入三年，请缩短日期范围。',
    en: 'At most three years are imported at once. Choose days that are closer together.',
  },
  notEnoughOpenTime: {
    'zh-CN': '这个日历在五十年内也没有这么多工作时间，请缩短时限或增加工作时间。',
    en: 'This calendar has not so much open time within fifty years. Shorten the allowance, or open more hours.',
  },
  minutesOutOfBounds: {
    'zh-CN': '时限请填写 1 到 525600 分钟（一年）。',
    en: 'Give an allowance of 1 to 525,600 minutes, which is a year.',
  },
  yearOutOfBounds: {
    'zh-CN': '请选择 {first} 年到 {last} 年之间的年份。',
    en: 'Choose a year from {first} to {last}.',
  },
  noSuchClock: {
    'zh-CN': '公司没有设置这种时限，请另选一种。',
    en: 'The company has no such clock. Choose another kind.',
  },
  neverPauses: {
    'zh-CN': '这种时限挂起时不暂停，请去掉挂起时间。',
    en: 'A clock of this kind goes on while a complaint is on hold. Leave the hold out.',
  },
  pausedBeforeStart: {
    'zh-CN': '挂起不能早于开始计时，请修改。',
    en: 'The hold must not begin before the clock starts.',
  },
  codeOrCalendar: {
    'zh-CN': '请指定一个已有日历的代码，或给出一个草稿，二者选一。',
    en: 'Name a saved calendar by its code, or give a draft: one of the two.',
  },
  unknownCalendar: {
    'zh-CN': '没有这个日历，请从列表中选择。',
    en: 'There is no such calendar. Choose one of the list.',
  },
} as const satisfies Record<string, Message>;
