/** The filter of boards and lists, as it comes in. */
import type { Directory } from '@redress/domain/reads/directory';
import { NO_FILTER } from '@redress/domain/rules/filter';
import type { Filter } from '@redress/domain/rules/filter';
import { builder } from '../builder.ts';
import { decodeIdOf } from '../ids.ts';
import { storable } from '../storable.ts';
import { ChannelEnum, SeverityEnum, StageEnum } from './vocabulary.ts';

export const ComplaintFilter = builder.inputType('ComplaintFilter', {
  description:
    'Which complaints are meant. All given conditions hold together; what is left out or null is no condition; false is the complement of true.',
  fields: (t) => ({
    stages: t.field({ type: [StageEnum], description: 'In one of these stages.' }),
    severities: t.field({ type: [SeverityEnum], description: 'Of one of these severities.' }),
    channels: t.field({ type: [ChannelEnum], description: 'That came by one of these channels.' }),
    departmentCodes: t.stringList({ description: 'Handled by one of these departments.' }),
    categoryCodes: t.stringList({ description: 'Of one of these categories, or of one below them.' }),
    assigneeId: t.id({ description: 'That this member works on.' }),
    text: t.string({
      description:
        'With this number or the beginning of it, or whose texts hold every word (Chinese: every two characters).',
    }),
    mine: t.boolean({ description: 'That the caller works on or answers for. Depends on the viewer.' }),
    unclaimed: t.boolean({ description: 'That no department has claimed.' }),
    breached: t.boolean({ description: 'With a published breach whose deadline is still open.' }),
    pendingHandoff: t.boolean({ description: 'With a handoff in flight.' }),
    contested: t.boolean({ description: 'That two departments declined and nobody has ruled on yet (责任争议).' }),
    escalated: t.boolean({ description: 'Escalated in their current round, by a clock or by hand.' }),
    onHold: t.boolean({ description: 'On hold now.' }),
    regulator: t.boolean({ description: 'A regulator’s case (监管转办).' }),
    receivedFrom: t.field({ type: 'DateTime', description: 'Received at this moment or after it.' }),
    receivedBefore: t.field({ type: 'DateTime', description: 'Received before this moment.' }),
  }),
});

type FilterInput = typeof ComplaintFilter.$inferInput;

/** No row has this id: a condition on something unknown is met by nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const LONGEST_TEXT = 200;

/** The filter in the domain's terms. Codes and ids of what does not exist stay conditions, which nothing meets. */
export function readFilter(input: FilterInput | null | undefined, directory: Directory): Filter {
  const given = Object.values(input ?? {}).some((value) => value !== null && value !== undefined);
  if (!input || !given) return NO_FILTER;
  const departmentId = (code: string) => directory.departmentByCode(code)?.id ?? NOBODY;
  const text = input.text?.trim().slice(0, LONGEST_TEXT) ?? '';
  return {
    stages: input.stages ?? null,
    severities: input.severities ?? null,
    channels: input.channels ?? null,
    departmentIds: input.departmentCodes?.map(departmentId) ?? null,
    categoryCodes: input.categoryCodes?.map(storable) ?? null,
    assigneeId: input.assigneeId ? (decodeIdOf('Member', input.assigneeId) ?? NOBODY) : null,
    text: text === '' ? null : text,
    mine: input.mine ?? null,
    unclaimed: input.unclaimed ?? null,
    breached: input.breached ?? null,
    pendingHandoff: input.pendingHandoff ?? null,
    contested: input.contested ?? null,
    escalated: input.escalated ?? null,
    onHold: input.onHold ?? null,
    regulator: input.regulator ?? null,
    receivedFrom: input.receivedFrom ?? null,
    receivedBefore: input.receivedBefore ?? null,
  };
}
