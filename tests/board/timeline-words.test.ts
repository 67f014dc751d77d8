import './first-texts.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { timelineQuery } from '@redress/board/features/complaint/timeline-documents';
import { eventWords } from '@redress/board/features/complaint/timeline-words';
import { addMessages } from '@redress/board/i18n/catalogue';
import { attachmentMessages } from '@redress/board/i18n/messages/attachment';
import { commitmentMessages } from '@redress/board/i18n/messages/commitment';
import { complaintMessages } from '@redress/board/i18n/messages/complaint';
import { escalationMessages } from '@redress/board/i18n/messages/escalation';
import { specialMessages } from '@redress/board/i18n/messages/special';
import { translator } from '@redress/board/i18n/translate';
import { Kind, buildSchema, visit } from 'graphql';
import type { GraphQLInterfaceType } from 'graphql';
import { expect, test } from 'vitest';

for (const area of [attachmentMessages, commitmentMessages, complaintMessages, escalationMessages, specialMessages])
  addMessages(area);

type Event = Parameters<typeof eventWords>[0];

const told = (event: object) => eventWords(event as Event, translator('en'), 'en');
const logistics = { id: 'd', code: 'logistics', nameZh: '物流', nameEn: 'Logistics', shortName: 'Logistics' };

test('[AU12] a change is told from what to what', () => {
  const moved = {
    __typename: 'ComplaintMoved',
    fromStage: 'RECEIVED',
    toStage: 'CONFIRMED',
    reason: null,
    override: false,
    waived: [],
  };
  expect(told(moved)).toEqual({ line: 'moved from Received to Confirmed', words: null, kind: 'system' });
  const assigned = {
    __typename: 'ComplaintAssigned',
    fromAssignee: { id: '1', name: 'Li' },
    toAssignee: { id: '2', name: 'Wang' },
  };
  expect(told(assigned).line).toBe('reassigned from Li to Wang');
  expect(told({ ...assigned, fromAssignee: null }).line).toBe('assigned to Wang');
});

test('[AU12] what a person said stands out, what the system did does not', () => {
  const duty = { id: 'x', what: 'Check the truck', note: 'Nothing found', department: logistics };
  expect(told({ __typename: 'DutyDone', duty })).toMatchObject({ words: 'Nothing found', kind: 'words' });
  expect(told({ __typename: 'DutyDone', duty: { ...duty, note: ' ' } })).toMatchObject({ words: null, kind: 'system' });
  expect(told({ __typename: 'DeadlineApproaching', deadline: { kind: 'CLAIM' } }).kind).toBe('system');
  expect(told({ __typename: 'DeadlineBreached', deadline: { kind: 'CLAIM' } }).kind).toBe('breach');
});

test('[AU12] a merge is told on both sides', () => {
  const other = { id: 'c', number: 'C-2026-000007' };
  expect(told({ __typename: 'ComplaintMerged', into: other, reason: 'One order' })).toEqual({
    line: 'merged it into C-2026-000007',
    words: 'One order',
    kind: 'words',
  });
  expect(told({ __typename: 'ComplaintAbsorbed', merged: other }).line).toBe('merged C-2026-000007 into it');
});

test('[AU12] why a hold or a promise ended stands with it', () => {
  const promise = { id: 'p', what: 'A call by three' };
  expect(told({ __typename: 'PromiseKept', promise, note: 'Called at two' }).words).toBe(
    'A call by three: Called at two',
  );
  expect(told({ __typename: 'PromiseReleased', promise, reason: null }).words).toBe('A call by three');
  expect(told({ __typename: 'HoldRefused', hold: { id: 'h' }, reason: 'They answered' }).words).toBe('They answered');
  const resumed = { __typename: 'ComplaintResumed', hold: { id: 'h' }, early: true, note: 'The invoice came' };
  expect(told(resumed).words).toBe('The invoice came');
  expect(told({ ...resumed, early: false, note: null })).toMatchObject({ words: null, kind: 'system' });
});

test('[AU12] an event that came after this code is told all the same', () => {
  expect(told({ __typename: 'ComplaintTaughtToSing' }).line).not.toBe('');
});

test('[AU12] every kind of event that has something of its own to say is asked for it', () => {
  const sdl = readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8');
  const contract = buildSchema(sdl);
  const event = contract.getType('ComplaintEvent') as GraphQLInterfaceType;
  const common = Object.keys(event.getFields());
  const speaking = contract
    .getPossibleTypes(event)
    .filter((type) => Object.keys(type.getFields()).some((field) => !common.includes(field)))
    .map((type) => type.name);
  const asked = new Set<string>();
  visit(timelineQuery, {
    [Kind.INLINE_FRAGMENT]: ({ typeCondition }) => void asked.add(typeCondition?.name.value ?? ''),
  });
  expect(speaking.filter((name) => !asked.has(name))).toEqual([]);
});

test('[AU12] what time brings about is told with its times', () => {
  const clocks = [{ kind: 'CLAIM', dueFrom: '2026-11-22T10:00:00.000Z', dueTo: '2026-11-22T08:15:00.000Z' }];
  expect(told({ __typename: 'ClocksRecomputed', recomputedFor: 'SEVERITY', clocks }).line).toMatch(
    /\d\d:00 → .*\d\d:15/,
  );
  const hold = { id: 'h', until: '2026-11-24T08:00:00.000Z', reason: 'waits for the serial number' };
  expect(told({ __typename: 'ComplaintHeld', hold })).toMatchObject({
    words: 'waits for the serial number',
    kind: 'words',
  });
  const escalated = { level: 2, members: [{ name: 'Li' }, { name: 'Wang' }], reason: null };
  expect(told({ __typename: 'ComplaintEscalated', ...escalated, missedDeadline: { kind: 'CLAIM' } }).line).toContain(
    'Li, Wang',
  );
  expect(told({ __typename: 'ComplaintEscalated', ...escalated, missedDeadline: null, reason: 'press' }).words).toBe(
    'press',
  );
});
