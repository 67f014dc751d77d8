/** A calendar as queries name it: a saved one by its code, or a draft. */
import { policyValue } from '@redress/domain/reads/policy-values';
import { CALENDAR_SHAPE } from '@redress/domain/rules/calendar';
import type { CalendarPolicy as CalendarValue } from '@redress/domain/rules/calendar';
import { z } from 'zod';
import type { SchemaContext } from '../context.ts';
import { invalidInput } from '../error/from-refusal.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { issuesOf } from '../mutation/input.ts';
import type { CalendarPolicyInput } from './calendar-policy.ts';
import { calendarValue } from './calendar-policy.ts';

interface Named {
  code?: string | null | undefined;
  calendar?: typeof CalendarPolicyInput.$inferInput | null | undefined;
}

/** The calendar that is meant: exactly one of the two ways of naming it. */
export function namedCalendar({ code, calendar }: Named, ctx: SchemaContext): { value: CalendarValue } | AnyUserError {
  if ((code == null) === (calendar == null)) return invalidInput([{ path: ['code'], key: 'codeOrCalendar' }], ctx);
  if (calendar != null) {
    const draft = z.object({ calendar: CALENDAR_SHAPE }).safeParse({ calendar: calendarValue(calendar) });
    return draft.success ? { value: draft.data.calendar } : invalidInput(issuesOf(draft.error), ctx);
  }
  const value = policyValue(ctx.directory, 'calendar', code!);
  return value === null ? invalidInput([{ path: ['code'], key: 'unknownCalendar' }], ctx) : { value };
}
