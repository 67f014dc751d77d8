/** What a clock of a kind would come to now, and why: for whoever wonders when something is due. */
import { previewDue } from '@redress/domain/reads/due-preview';
import type { DuePreview, Pause } from '@redress/domain/reads/due-preview';
import type { Policy as PolicyRow } from '@redress/domain/reads/directory';
import { clockHours, deadlinePolicy, valueOf } from '@redress/domain/reads/policy-values';
import { allowanceOf, pauses } from '@redress/domain/rules/deadlines';
import type { RunsIn } from '@redress/domain/rules/deadlines';
import { NoOpenTimeError } from '@redress/domain/rules/hours';
import { builder } from '../builder.ts';
import { PreviewDay } from '../calendar/preview-day.ts';
import { SeverityEnum } from '../complaint/vocabulary.ts';
import type { SchemaContext } from '../context.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { RunsInEnum } from '../policy/by-severity.ts';
import { Policy } from '../policy/policy.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { DeadlineKindEnum } from './vocabulary.ts';

const LONGEST_MINUTES = 525_600;

interface PreviewSource extends DuePreview {
  __typename: 'DeadlinePreview';
  minutes: number;
  runsIn: RunsIn;
  calendar: PolicyRow | null;
}

const Preview = builder.objectRef<PreviewSource>('DeadlinePreview').implement({
  description: 'When a clock would be due by what holds now, and why.',
  fields: (t) => ({
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When its allowance would be used up.' }),
    minutes: t.exposeInt('minutes', { description: 'Its allowance, in minutes of the time that it runs in.' }),
    runsIn: t.expose('runsIn', { type: RunsInEnum, description: 'In whose time it runs.' }),
    calendar: t.expose('calendar', {
      type: Policy,
      nullable: true,
      description: 'The calendar of that time; null: it runs around the clock.',
    }),
    days: t.expose('days', {
      type: [PreviewDay],
      description: 'Every day from the start to the due time, at most 400; none for a clock that runs always.',
    }),
    holidaysKnownThrough: t.exposeInt('holidaysKnownThrough', {
      nullable: true,
      description: 'The last year whose public holidays have been announced; null when that is no question.',
    }),
  }),
});

const PreviewInput = builder.inputType('DeadlinePreviewInput', {
  description: 'A clock to try.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKindEnum, required: true, description: 'What it asks for.' }),
    severity: t.field({ type: SeverityEnum, required: true, description: 'How grave the complaint is.' }),
    departmentCode: t.string({
      description: 'The department that must act. Null: one that has no calendar of its own.',
    }),
    from: t.field({ type: 'DateTime', required: true, description: 'When it would start.' }),
    minutes: t.int({
      description: `Its allowance, 1 to ${LONGEST_MINUTES}. Null: what the policy says; PROMISE and DUTY have none there.`,
    }),
    pausedFrom: t.field({ type: 'DateTime', description: 'When the complaint goes on hold. Null: never.' }),
    pausedTo: t.field({ type: 'DateTime', description: 'When the hold ends; later than `pausedFrom`.' }),
  }),
});

type Input = typeof PreviewInput.$inferInput;
type Asked = Omit<PreviewSource, keyof DuePreview | '__typename'> & { pause: Pause | null };

const wrong = (field: string, key: Parameters<typeof invalidInput>[0][number]['key'], ctx: SchemaContext) =>
  invalidInput([{ path: [field], key }], ctx);

/** The clock as the policies of now make it, or what is wrong with the question. */
function ask(input: Input, ctx: SchemaContext): Asked | AnyUserError {
  const { kind, severity, departmentCode, minutes: own } = input;
  const department = departmentCode == null ? null : ctx.directory.departmentByCode(departmentCode);
  if (departmentCode != null && department === null) return wrong('departmentCode', 'unknownDepartment', ctx);
  const policy = deadlinePolicy(ctx.directory, kind);
  if (policy === null) return wrong('kind', 'noSuchClock', ctx);
  const allowance = allowanceOf(policy.value, severity);
  const minutes = own ?? (allowance === null ? null : allowance / 60_000);
  if (minutes === null) return wrong('minutes', 'required', ctx);
  if (minutes < 1 || minutes > LONGEST_MINUTES) return wrong('minutes', 'minutesOutOfBounds', ctx);
  const pause = pauseOf(input, ctx);
  if (pause !== null && '__typename' in pause) return pause;
  const runsIn = policy.value.runsIn[severity];
  const { calendarId } = clockHours(ctx.directory, runsIn, department?.id ?? null);
  return { minutes, runsIn, calendar: calendarId === null ? null : ctx.directory.policyById(calendarId), pause };
}

function pauseOf({ kind, pausedFrom, pausedTo, from }: Input, ctx: SchemaContext): Pause | null | AnyUserError {
  if (pausedFrom == null && pausedTo == null) return null;
  if (pausedFrom == null || pausedTo == null) {
    return wrong(pausedFrom == null ? 'pausedFrom' : 'pausedTo', 'required', ctx);
  }
  if (!pauses(kind)) return wrong('pausedFrom', 'neverPauses', ctx);
  if (pausedTo <= pausedFrom) return wrong('pausedTo', 'endsBeforeItBegins', ctx);
  return pausedFrom < from ? wrong('pausedFrom', 'pausedBeforeStart', ctx) : { from: pausedFrom, to: pausedTo };
}

const Result = resultUnion('deadlinePreview', Preview, ['InvalidInputError']);

builder.queryField('deadlinePreview', (t) =>
  t.field({
    type: Result,
    description:
      'When a clock that starts at a moment would be due by what holds now, and why. For members and tokens.',
    args: { input: t.arg({ type: PreviewInput, required: true, description: 'What is tried.' }) },
    resolve: (_root, { input }, ctx): PreviewSource | AnyUserError => {
      requirePrincipal(ctx);
      const asked = ask(input, ctx);
      if ('__typename' in asked) return asked;
      const { pause, ...clock } = asked;
      const calendar = clock.calendar === null ? null : valueOf('calendar', clock.calendar);
      try {
        return { __typename: 'DeadlinePreview', ...clock, ...previewDue(calendar, input.from, clock.minutes, pause) };
      } catch (error) {
        if (!(error instanceof NoOpenTimeError)) throw error;
        return wrong('minutes', 'notEnoughOpenTime', ctx);
      }
    },
  }),
);
