import { eventWords } from '@redress/board/features/complaint/timeline-words';
import { addMessages } from '@redress/board/i18n/catalogue';
import { complaintMessages } from '@redress/board/i18n/messages/complaint';
import { translator } from '@redress/board/i18n/translate';
import { expect, test } from 'vitest';

addMessages(complaintMessages);

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

test('[AU12] an event that came after this code is told all the same', () => {
  expect(told({ __typename: 'ComplaintTaughtToSing' }).line).not.toBe('');
});
