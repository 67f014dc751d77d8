import { EVENT_VERSIONS } from '@redress/domain/events/types';
import type { EventType } from '@redress/domain/events/types';
import { meetingState, movedItem } from '@redress/domain/rules/meeting';
import type { MeetingStep } from '@redress/domain/rules/meeting';
import { isCarried, takeDecision } from '@redress/domain/rules/meeting-decisions';
import type { MeetingDecision } from '@redress/domain/rules/meeting-decisions';
import { AGENDA_REASONS, agendaOf } from '@redress/domain/rules/meeting-agenda';
import type { AgendaFacts } from '@redress/domain/rules/meeting-agenda';
import { droppedItem, placeBack } from '@redress/domain/rules/meeting-restore';
import { DECISIONS, doneInMeeting } from '@redress/domain/rules/meeting-minutes';
import type { MinutesEvent, PlacedStep } from '@redress/domain/rules/meeting-minutes';
import { SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const facts: fc.Arbitrary<AgendaFacts> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('COMPLAINT', 'INQUIRY'),
  stage: fc.constantFrom(...STAGES.slice(0, 5)),
  severity: fc.constantFrom(...SEVERITIES),
  receivedAt: fc.integer({ min: 0, max: 50 }).map((day) => new Date(day * 86_400_000)),
  isBreached: fc.boolean(),
  isContested: fc.boolean(),
  isConsulted: fc.boolean(),
  isUnclaimedTooLong: fc.boolean(),
  round: fc.integer({ min: 1, max: 2 }),
  unapproved: fc.integer({ min: 0, max: 1 }),
  rootCauseCode: fc.constantFrom(null, 'a', 'b'),
  sameCause: fc.integer({ min: 0, max: 4 }),
});
const company = fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: 30 });

test('[ME2] the agenda is the same in whatever order complaints are read, and goes from the first reason to the last', () => {
  fc.assert(
    fc.property(company, (all) => {
      const agenda = agendaOf(all);
      expect(agendaOf([...all].reverse())).toEqual(agenda);
      const firsts = agenda.map(({ reasons }) => AGENDA_REASONS.indexOf(reasons[0]!));
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      expect(new Set(agenda.map(({ complaintId }) => complaintId)).size).toBe(agenda.length);
    }),
  );
});

test('[ME2] what is breached, contested, unclaimed, reopened or waits for approval is on it, whatever else is', () => {
  fc.assert(
    fc.property(company, (all) => {
      const named = new Set(agendaOf(all).map(({ complaintId }) => complaintId));
      for (const one of all) {
        const speaks =
          one.isBreached || one.isContested || one.isUnclaimedTooLong || one.round > 1 || one.unapproved > 0;
        if (speaks) expect(named).toContain(one.id);
      }
    }),
  );
});

test('[ME2] of complaints that share nothing but a cause the newest stands for all', () => {
  const one = (id: string, day: number): AgendaFacts => ({
    id,
    kind: 'COMPLAINT',
    stage: 'RESOLVING',
    severity: 'GENERAL',
    receivedAt: new Date(day),
    isBreached: false,
    isContested: false,
    isConsulted: false,
    isUnclaimedTooLong: false,
    round: 1,
    unapproved: 0,
    rootCauseCode: 'a',
    sameCause: 3,
  });
  expect(agendaOf([one('x', 1), one('z', 3), one('y', 2)])).toEqual([
    { complaintId: 'z', reasons: ['REPEATED_CAUSE'] },
  ]);
});

test('[ME4] moving an item keeps all others in their order', () => {
  const ids = fc.uniqueArray(fc.integer().map(String), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(), fc.option(fc.nat()), (all, which, behind) => {
      const items = all.map((id) => ({ id }));
      const id = all[which % all.length]!;
      const afterId = behind === null ? null : all[behind % all.length]!;
      const moved = movedItem(items, id, afterId).map((item) => item.id);
      expect(moved.filter((other) => other !== id)).toEqual(all.filter((other) => other !== id));
      if (afterId !== id) expect(moved[moved.indexOf(id) - 1] ?? null).toBe(afterId);
    }),
  );
});

const AGENDA = ['a', 'b', 'c', 'd', 'e'];
const agendaStep = (
  kind: MeetingStep['kind'],
  itemId: string | null,
  more: Partial<MeetingStep> = {},
): MeetingStep => ({
  id: 's',
  number: 1,
  kind,
  at: new Date(0),
  byId: 'p',
  itemId,
  complaintId: null,
  memberId: null,
  standsInForId: null,
  reasons: [],
  afterId: null,
  outcome: null,
  dueAt: null,
  text: itemId,
  note: null,
  decisionId: null,
  ...more,
});

test('[ME28] items that are taken off and brought back, the last one first, stand as they stood', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(AGENDA), (gone) => {
      const whole = [agendaStep('STARTED', null), ...AGENDA.map((id) => agendaStep('ITEM_ADDED', id))];
      const steps = [...whole, ...gone.map((id) => agendaStep('ITEM_DROPPED', id))];
      for (const id of [...gone].reverse()) {
        const afterId = placeBack(droppedItem(steps, id)!, meetingState(steps).items);
        steps.push(agendaStep('ITEM_ADDED', id), agendaStep('ITEM_MOVED', id, { afterId }));
      }
      expect(meetingState(steps).items).toEqual(meetingState(whole).items);
    }),
  );
});

test('[ME28] an item comes back behind the nearest of those before it that is still there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...AGENDA), fc.subarray(AGENDA), (id, goneToo) => {
      const steps = [
        agendaStep('STARTED', null),
        ...AGENDA.map((one) => agendaStep('ITEM_ADDED', one)),
        ...[id, ...goneToo.filter((one) => one !== id)].map((one) => agendaStep('ITEM_DROPPED', one)),
      ];
      const left = AGENDA.filter((one) => one !== id && !goneToo.includes(one));
      const nearest = left.findLast((one) => one < id) ?? null;
      expect(placeBack(droppedItem(steps, id)!, meetingState(steps).items)).toBe(nearest);
    }),
  );
  expect(droppedItem([agendaStep('STARTED', null), agendaStep('ITEM_ADDED', 'a')], 'a')).toBeNull();
});

const MOVES = ['FOCUSED', 'JOINED', 'LEFT', 'EVENT'] as const;
const ITEMS = ['i1', 'i2'];
const PEOPLE = ['p1', 'p2'];
const happening = fc.record({
  what: fc.constantFrom(...MOVES),
  item: fc.constantFrom(...ITEMS),
  person: fc.constantFrom(...PEOPLE),
});

test('[ME9] an action is in the minutes exactly if its complaint was in focus and its actor was there', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
      const steps: PlacedStep[] = ITEMS.map((itemId) => ({
        kind: 'ITEM_ADDED',
        itemId,
        complaintId: `c-${itemId}`,
        memberId: null,
        seq: 1,
      }));
      const events: MinutesEvent[] = [];
      const expected: number[] = [];
      let focus: string | null = null;
      const present = new Set<string>();
      story.forEach(({ what, item, person }, i) => {
        const seq = i + 2;
        if (what === 'EVENT') {
          const event = { seq, type: 'DutyGiven', actorKind: 'MEMBER', actorId: person, complaintId: `c-${item}` };
          events.push(event);
          if (focus === item && present.has(person)) expected.push(seq);
          return;
        }
        if (what === 'FOCUSED') focus = item;
        if (what === 'JOINED') present.add(person);
        if (what === 'LEFT') present.delete(person);
        const complaintId = what === 'FOCUSED' ? `c-${item}` : null;
        steps.push({ kind: what, itemId: what === 'FOCUSED' ? item : null, complaintId, memberId: person, seq });
      });
      const told = [...doneInMeeting(steps, events).values()].flat().map(({ seq }) => seq);
      expect(told.sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});

test('[ME11] the times of all items add up to the time in which something was in focus', () => {
  const looks = fc.array(fc.record({ item: fc.constantFrom(...ITEMS, null), ms: fc.nat({ max: 1_000 }) }));
  fc.assert(
    fc.property(looks, (story) => {
      let clock = 0;
      let looked = 0;
      const step = (kind: MeetingStep['kind'], itemId: string | null): MeetingStep => {
        const nothing = { complaintId: null, memberId: null, standsInForId: null, reasons: [], afterId: null };
        return {
          ...nothing,
          id: 's',
          number: 1,
          kind,
          at: new Date(clock),
          byId: 'p1',
          itemId,
          outcome: null,
          dueAt: null,
          text: 'x',
          note: null,
          decisionId: null,
        };
      };
      const steps = [step('STARTED', null), ...ITEMS.map((id) => step('ITEM_ADDED', id))];
      for (const { item, ms } of story) {
        steps.push(step('FOCUSED', item));
        clock += ms;
        if (item !== null) looked += ms;
      }
      steps.push(step('ENDED', null));
      const { items, focusId } = meetingState(steps);
      expect(items.reduce((sum, { spentMs }) => sum + spentMs, 0)).toBe(looked);
      expect(focusId).toBeNull();
    }),
  );
});

test('[ME19] decisions are what was written down, as it was put right last, without what was taken back', () => {
  const what = fc.record({
    kind: fc.constantFrom('DECIDED' as const, 'AMENDED' as const, 'WITHDRAWN' as const, 'FULFILLED' as const),
    which: fc.nat({ max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(what, { maxLength: 30 }), (story) => {
      const said = new Map<string, { text: string; isDone: boolean }>();
      const decisions = story.reduce<readonly MeetingDecision[]>((before, { kind, which }, i) => {
        const id = `d${i}`;
        const decisionId = kind === 'DECIDED' ? null : `d${which}`;
        if (kind === 'DECIDED') said.set(id, { text: id, isDone: false });
        const known = said.get(decisionId ?? '');
        if (known !== undefined && kind === 'AMENDED') known.text = id;
        if (known !== undefined && kind === 'FULFILLED') known.isDone = true;
        if (kind === 'WITHDRAWN') said.delete(decisionId ?? '');
        const own = { id, kind, at: new Date(i), byId: 'p1', itemId: 'i1', complaintId: null, memberId: null };
        return takeDecision(before, { ...own, dueAt: null, text: id, decisionId });
      }, []);
      const told = decisions.map(({ id, text, doneAt }) => [id, { text, isDone: doneAt !== null }]);
      expect(told).toEqual([...said]);
      const later = new Date(story.length);
      expect(decisions.filter((one) => isCarried(one, later)).every(({ doneAt }) => doneAt === null)).toBe(true);
    }),
  );
});

/** What no minutes tell of: it follows by itself, is only said, written or looked at, or concerns no complaint. */
const NO_DECISIONS: readonly EventType[] = [
  'ComplaintRegistered',
  'ComplaintTriaged',
  'ComplaintSettled',
  'FactsCorrected',
  'ContactRecorded',
  'CommentAdded',
  'DutyLinesSkipped',
  'DeadlineBreached',
  'DeadlineApproaching',
  'ClocksRecomputed',
  'ComplaintUrged',
  'ComplaintContested',
  'AttachmentAdded',
  'AttachmentRemoved',
  'InvestigationReported',
  'ClosingSummaryWritten',
  'VisitEnded',
  'ComplaintAbsorbed',
  'SightFollowed',
  'SurveyAsked',
  'SurveyReminded',
  'SurveyAttempted',
  'SurveyAnswered',
  'SurveyGivenUp',
  'CustomerMessageSent',
  'CustomerMessageFailed',
  'ApprovalAsked',
  'GroupJoined',
  'GroupLeft',
  'RegulatorAnswerWritten',
  'RegulatorAnswerSent',
  'ReplyDrafted',
  'DirectoryChanged',
  'MemberChanged',
  'SessionEnded',
  'TokenCreated',
  'TokenRevoked',
  'DeliveryRetried',
  'NotificationChannelTested',
  'NotificationsRead',
  'AuditExported',
  'MeetingStarted',
  'MeetingChanged',
  'MeetingSeriesChanged',
  'MeetingReminded',
  'ExportRequested',
  'ExportDecided',
  'ExportTaken',
  'CustomerLookedUp',
  'CustomerRevealed',
  'ErasureRequested',
  'ErasureRefused',
  'CustomerErased',
  'CustomerCopied',
  'ComplaintPrinted',
];

test('[ME9] of every kind of event it is known whether the minutes tell of it', () => {
  const known: readonly string[] = [...DECISIONS, ...NO_DECISIONS];
  expect(new Set(known)).toEqual(new Set(Object.keys(EVENT_VERSIONS)));
  expect(new Set(known).size).toBe(known.length);
});
