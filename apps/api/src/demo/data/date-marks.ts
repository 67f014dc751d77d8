/**
 * Dates inside the demo's texts. People complain with dates, but the demo is loaded on any day, so a text carries
 * marks that count days from the moment it was written:
 *
 * - `{d-2}` day of the month two days before: `6`
 * - `{md-2}` month and day: `4月6日`
 * - `{w-2}` day of the week: `周三`
 * - `{dm-2}` English day and month: `6 April`
 * - `{wd-2}` English day of the week: `Wednesday`
 *
 * `{d+1}` is the day after, `{d+0}` the same day. Days are those of Shanghai, where the company is.
 */

type Mark = 'd' | 'md' | 'w' | 'dm' | 'wd';

const marks = /\{(md|dm|wd|d|w)([+-]\d+)\}/g;
const dayMs = 86_400_000;
const timeZone = 'Asia/Shanghai';

const formats: Record<Mark, Intl.DateTimeFormat> = {
  d: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric' }),
  md: new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'long', day: 'numeric' }),
  w: new Intl.DateTimeFormat('zh-CN', { timeZone, weekday: 'short' }),
  dm: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }),
  wd: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
};

/** Replaces every date mark of `text` by the date it means for a text written at `writtenAt`. */
export function renderDateMarks(text: string, writtenAt: Date): string {
  return text.replace(marks, (_, mark: Mark, days: string) =>
    formats[mark].format(new Date(writtenAt.getTime() + Number(days) * dayMs)),
  );
}

/** What is left in braces after rendering is a mark that was misspelt. */
export function hasUnknownMark(text: string): boolean {
  return /[{}]/.test(text.replace(marks, ''));
}
