/** What can be wrong with a calendar, at the field where it is. The keys are those of its shape in the rules. */
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
} as const satisfies Record<string, Message>;
