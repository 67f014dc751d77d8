/** The company's quiet hours as a form, and back. Pure, for tests. */
import type { Translate } from '../../../i18n/translate.ts';
import type { Fields, PolicyValue, PolicyValueInput } from '../policy-form.ts';

export type QuietValue = Extract<PolicyValue, { __typename: 'QuietHoursPolicy' }>;
type QuietInput = Extract<PolicyValueInput, { quietHours: object }>['quietHours'];

/** What is offered when there were no quiet hours. */
const USUAL = { from: '22:00', to: '08:00' };

export function quietFields({ quietFrom, quietTo, quietZone }: QuietValue): Fields {
  return {
    quiet: quietFrom !== null,
    from: quietFrom ?? USUAL.from,
    to: quietTo ?? USUAL.to,
    timeZone: quietZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

export function quietInput(fields: Fields): QuietInput {
  if (fields['quiet'] !== true) return {};
  const text = (name: string) => String(fields[name] ?? '').trim();
  return { from: text('from'), to: text('to'), timeZone: text('timeZone') };
}

export function quietTold({ quietFrom, quietTo, quietZone }: QuietValue, t: Translate): Fields {
  return { quiet: quietFrom === null ? t('settings.quiet.never') : `${quietFrom}–${quietTo} (${quietZone})` };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The quiet minutes of a day as spans of it, in order; none while the times can't be read. */
export function quietSpans(from: string, to: string): { from: number; to: number }[] {
  if (!TIME.test(from) || !TIME.test(to) || from === to) return [];
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  if (begin < end) return [{ from: begin, to: end }];
  return [
    { from: 0, to: end },
    { from: begin, to: 1_440 },
  ].filter((span) => span.from < span.to);
}

/** A time of day in the middle of the quiet hours, for an example. */
export function middleOf(from: string, to: string): string {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  const length = (end - begin + 1_440) % 1_440;
  const middle = (begin + Math.floor(length / 2)) % 1_440;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(middle / 60))}:${two(middle % 60)}`;
}
