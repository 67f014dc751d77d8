/** Spans of a day as people write them: [{ from: '09:00', to: '12:00' }], and '24:00' for the end of the day. */
import { z } from 'zod';
import type { Span } from './hours.ts';

export interface SpanText {
  /** 'HH:mm' of the local clock. */
  from: string;
  /** 'HH:mm' of the local clock, later than `from`; '24:00' is the end of the day. */
  to: string;
}

const MAX_SPANS = 12;

/** 'HH:mm', 00:00 to 23:59. */
export const TIME_SHAPE = z
  .string({ error: ({ input }) => (input === null ? 'required' : 'invalid') })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'malformedTime');
/** 'HH:mm', 00:00 to 24:00. */
export const END_SHAPE = z.string('invalid').regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'malformedTime');

/** The spans of one day: in order, without overlaps, each ending after it begins. */
export const SPANS_SHAPE: z.ZodType<SpanText[]> = z
  .array(z.strictObject({ from: TIME_SHAPE, to: END_SHAPE }, 'invalid'), 'invalid')
  .max(MAX_SPANS, 'tooManySpans')
  .superRefine((spans, context) => {
    for (const [i, span] of spans.entries()) {
      const before = spans[i - 1];
      // 'HH:mm' sorts as time does.
      if (span.to <= span.from) report(i, 'to', 'spanEndsBeforeItBegins');
      else if (before !== undefined && span.from < before.to)
        report(i, 'from', span.to <= before.from ? 'spansNotInOrder' : 'spansOverlap');
    }
    function report(i: number, end: 'from' | 'to', message: string): void {
      context.addIssue({ code: 'custom', path: [i, end], message });
    }
  });

/** Minutes since midnight of 'HH:mm'. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** 'HH:mm' of minutes since midnight; 1440 is '24:00'. */
export function timeText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function spansOf(texts: readonly SpanText[]): Span[] {
  return texts.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }));
}
