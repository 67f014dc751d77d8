/** A ladder as a form, and back: a list of steps for each severity. Pure, for tests. */
import type { Translate } from '../../../i18n/translate.ts';
import { durationText, parseDuration } from '../duration.ts';
import { listOf, listText } from '../form-list.ts';
import type { Row } from '../form-list.ts';
import type { Person } from '../people-documents.ts';
import type { Fields, PolicyValue, PolicyValueInput } from '../policy-form.ts';

export type LadderValue = Extract<PolicyValue, { __typename: 'LadderPolicy' }>;
export type LadderStep = LadderValue['urgent'][number];
export type LadderRole = LadderStep['roles'][number];
type LadderInput = Extract<PolicyValueInput, { ladder: object }>['ladder'];

/** The severities in the order of the form, by the fields that hold their steps. */
export const LADDER_PARTS = ['urgent', 'important', 'general'] as const;
export type LadderPart = (typeof LADDER_PARTS)[number];

/** What each of them is called. */
export const SEVERITY_KEYS = {
  urgent: 'severity.URGENT',
  important: 'severity.IMPORTANT',
  general: 'severity.GENERAL',
} as const;

/** In the order in which they are offered: from the case to the top of the company. */
export const LADDER_ROLES: readonly LadderRole[] = [
  'ASSIGNEE',
  'DEPARTMENT_LEADS',
  'ON_DUTY_COORDINATOR',
  'COORDINATOR',
  'SUPERVISOR',
  'EXECUTIVE',
  'GENERAL_MANAGER',
  'OWNER',
];

export interface StepRow extends Row {
  /** A length of time as it was typed. */
  after: string;
  roles: LadderRole[];
  members: Person[];
  supervise: boolean;
  /** Codes of categories; null: every complaint. */
  categories: string[] | null;
}

/** A step that names nobody yet, half an hour after the one above it. */
export function newStep(above: StepRow | undefined, t: Translate): Omit<StepRow, 'id'> {
  const minutes = above === undefined ? 0 : (parseDuration(above.after) ?? 0) + 30;
  return { after: durationText(minutes, t), roles: [], members: [], supervise: false, categories: null };
}

export function ladderFields(ladder: LadderValue, t: Translate): Fields {
  const rowOf = ({ afterMinutes, roles, members, supervise, onlyCategories }: LadderStep): Omit<StepRow, 'id'> => ({
    after: durationText(afterMinutes, t),
    roles: [...roles],
    members: [...members],
    supervise,
    categories: onlyCategories === null ? null : [...onlyCategories],
  });
  return Object.fromEntries(LADDER_PARTS.map((part) => [part, listText(ladder[part].map(rowOf))]));
}

/** What the form says. A time that can't be read is one that the server refuses. */
export function ladderInput(fields: Fields): LadderInput {
  const steps = (part: LadderPart) =>
    listOf<StepRow>(fields, part).map(({ after, roles, members, supervise, categories }) => ({
      afterMinutes: Math.min(parseDuration(after) ?? -1, 2_000_000_000),
      roles,
      members: members.map(({ id }) => id),
      supervise,
      onlyCategories: categories,
    }));
  return { urgent: steps('urgent'), important: steps('important'), general: steps('general') };
}

/** Times that can't be read, by their places. */
export function unreadableSteps(fields: Fields): string[] {
  return LADDER_PARTS.flatMap((part) =>
    listOf<StepRow>(fields, part).flatMap(({ after }, i) =>
      parseDuration(after) === null ? [`${part}.${i}.afterMinutes`] : [],
    ),
  );
}
