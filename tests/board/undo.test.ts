import { LANE_KINDS } from '@redress/board/features/lanes/lane-kinds';
import { laneMeaning } from '@redress/board/features/lanes/lane-meaning';
import { ACTS } from '@redress/board/features/undo/acts';
import type { MutationName } from '@redress/board/features/undo/acts';
import { actionBack, undoOfAction } from '@redress/board/features/undo/board-undo';
import { BACK_BY, undoOfMutation } from '@redress/board/features/undo/mutation-undo';
import type { Before } from '@redress/board/features/undo/mutation-undo';
import { canTakeBack, putAway, takeBackTold, tellDone, toldNow } from '@redress/board/features/undo/offers';
import type { OneTakenBack, TakenBack } from '@redress/board/features/undo/offers';
import { outcomeOf } from '@redress/board/features/undo/outcome';
import { goBackEach, undoOfAssignments, undoOfHandoffs } from '@redress/board/features/undo/undo-many';
import { toldWords } from '@redress/board/features/undo/undo-words';
import type { Undo } from '@redress/board/features/undo/undo';
import type { BoardStore } from '@redress/board/live/board-store';
import type { BoardAction } from '@redress/board/live/transport';
import { addMessages } from '@redress/board/i18n/catalogue';
import { undoMessages } from '@redress/board/i18n/messages/undo';
import { translator } from '@redress/board/i18n/translate';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { schema } from '@redress/schema/schema';
import { parse } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';
import './first-texts.ts';

addMessages(undoMessages);

const place = { afterId: null, beforeId: null };
const move = (toStage: (typeof STAGES)[number]): BoardAction => ({
  kind: 'move',
  cardId: '1',
  toStage,
  place,
  expectedVersion: 1,
  reason: null,
  override: false,
});
type OnBoard = Extract<Undo, { kind: 'move' | 'assign' }>;

describe('taking back', () => {
  test('[UN1] a move leads back to where the card stood, except from where the customer is asked or the case is over', () => {
    for (const from of STAGES) {
      for (const to of STAGES) {
        const before = makeCard({ id: '1', stage: from, position: 'k' });
        const undo = undoOfAction(move(to), before, { ...before, stage: to, position: 'p', version: 7 });
        const isForGood = from !== to && [from, to].some((stage) => stage === 'FOLLOWING_UP' || stage === 'CLOSED');
        if (isForGood) expect(undo).toBeNull();
        else expect(undo).toMatchObject({ kind: 'move', version: 7, stage: to, toStage: from, position: 'k' });
      }
    }
  });

  test('[UN1] an assignment goes back to who had it before; a claim and an answer to a colleague stay', () => {
    const assignee = { id: 'm1', name: '王敏' };
    const before = makeCard({ id: '1', assignee });
    const after = { ...before, assignee: null };
    const assign: BoardAction = { kind: 'assign', cardId: '1', assignee: null, expectedVersion: 1 };
    expect(undoOfAction(assign, before, after)).toMatchObject({ kind: 'assign', assignee });
    expect(undoOfAction({ kind: 'claim', cardId: '1' }, before, after)).toBeNull();
    expect(undoOfAction({ kind: 'accept', cardId: '1', handoffId: 'h' }, before, after)).toBeNull();
  });

  test('[UN2] it goes back to its place among those that stand there now, and stays when somebody has gone on', () => {
    const before = makeCard({ id: '1', stage: 'CONFIRMED', position: 'k' });
    const after = { ...before, stage: 'RECEIVED' as const, position: 'p', version: 7 };
    const undo = undoOfAction(move('RECEIVED'), before, after) as OnBoard;
    const others = ['a', 'm'].map((position) => makeCard({ id: position, stage: 'CONFIRMED', position }));
    const mayAll = { move: true, assign: true };
    const storeWith = (now: typeof after) =>
      ({
        told: (id: string) => ({ ...[now, ...others].find((card) => card.id === id)!, viewerCan: mayAll }),
        column: () => ({ ids: others.map(({ id }) => id) }),
      }) as unknown as BoardStore;
    const ready = { ...after, category: { code: 'any' }, department: { code: 'x' } as never };
    const action = actionBack(undo, storeWith(ready), 'why');
    expect(action).toMatchObject({ kind: 'move', toStage: 'CONFIRMED', place: { afterId: 'a' }, expectedVersion: 7 });
    expect(action).toMatchObject({ reason: 'why' });
    expect(actionBack(undo, storeWith({ ...ready, version: 8 }), 'why')).toBeNull();
    expect(actionBack(undo, storeWith({ ...after, category: null }), 'why')).toBeNull();
  });

  test('[VW6] [UN1] whatever dropping a card on another lane leads to has a way back', () => {
    const sent = { route: 'complaintRoute', 'hand-off': 'handoffRequest', 'set-facts': 'factsSet' } as const;
    for (const by of LANE_KINDS) {
      for (const route of [true, false]) {
        const viewerCan = { ...makeCard({ id: '1' }), route, assign: true, handOff: true, contact: true } as never;
        const meaning = laneMeaning(by, { viewerCan, stage: 'CONFIRMED', department: null }, 'x', 'CONFIRMED');
        const act = meaning.kind === 'assigns' ? 'complaintAssign' : meaning.kind === 'asks' && sent[meaning.form];
        if (act !== false) expect(Object.keys(BACK_BY)).toContain(act);
      }
    }
  });

  test('[UN2] what others did since is told as that, and a refusal in the words of the server', () => {
    for (const code of ['STALE_VERSION', 'HANDOFF_ANSWERED', 'HOLD_SETTLED', 'NOT_ON_HOLD', 'DUTY_ENDED', 'NOT_FOUND'])
      expect(outcomeOf({ code, message: '…' })).toEqual({ kind: 'changed' });
    expect(outcomeOf({ code: 'FORBIDDEN', message: '不行' })).toEqual({ kind: 'refused', message: '不行' });
    expect(outcomeOf({ code: 'NETWORK', message: '' })).toEqual({ kind: 'unheard' });
    expect(outcomeOf(null)).toEqual({ kind: 'undone' });
  });
});

describe('acts and what takes them back', () => {
  const mutations = Object.keys(schema.getMutationType()!.getFields()).sort();

  test('[UN3] of every mutation it is written down what takes it back, or why it stands', () => {
    expect(Object.keys(ACTS).sort()).toEqual(mutations);
  });

  test('[UN3] what is to be offered by the drawer is, and nothing else', () => {
    const own: MutationName[] = [
      'complaintsAssign',
      'complaintsHandOff',
      'meetingItemDrop',
      'meetingTopicRemove',
      'savedViewPut',
      'savedViewRemove',
      'savedViewBeginWith',
    ];
    const offered = (Object.keys(ACTS) as MutationName[]).filter((name) => {
      const fate = ACTS[name];
      return typeof fate === 'object' && 'back' in fate;
    });
    expect(offered.sort()).toEqual([...Object.keys(BACK_BY), ...own].sort());
  });

  const before = {
    ...makeCard({ id: 'c1', number: 'C-2026-000001', stage: 'CONFIRMED', version: 3 }),
    department: { code: 'logistics' },
    category: { code: 'late' },
    severity: 'GENERAL',
    kind: 'COMPLAINT',
    subject: '打 138****34 找我',
    demand: '退款',
    place: null,
    about: null,
    occurredAt: null,
    consequences: [],
    duties: { nodes: [{ id: 'd1' }] },
    supervisedAt: null,
    hold: null,
  } as unknown as Before;
  const undoOf = (name: MutationName, change: object, input = {}) =>
    undoOfMutation(parse(`mutation { ${name}(input: $input) { __typename } }`), { input }, before, {
      [name]: { complaint: { ...before, version: 4, ...change }, cursor: 'e.1' },
    });

  test('[UN4] a hold that stands is resumed, one that was asked for withdrawn; bound to the hold itself', () => {
    expect(undoOf('complaintHold', { hold: { id: 'h', state: 'ACTIVE' } })).toMatchObject({
      kind: 'resume',
      holdId: 'h',
    });
    expect(undoOf('complaintHold', { hold: { id: 'h', state: 'REQUESTED' } })).toMatchObject({
      kind: 'withdrawHold',
      holdId: 'h',
    });
  });

  test('[UN4] category and severity go back while the department keeps the case; a routing does not', () => {
    expect(undoOf('complaintRoute', { severity: 'URGENT' })).toMatchObject({
      kind: 'grade',
      version: 4,
      severity: 'GENERAL',
      categoryCode: 'late',
    });
    expect(undoOf('complaintRoute', { department: { code: 'warehouse' } })).toBeNull();
  });

  test('[UN4] facts go back, but not what was masked, nor what raised the severity with it', () => {
    expect(undoOf('factsSet', { demand: '换货', occurredAt: '2026-11-01T00:00:00.000Z' })).toMatchObject({
      kind: 'facts',
      version: 4,
      facts: { demand: '退款', occurredAt: null },
    });
    expect(undoOf('factsSet', { subject: '新的' })).toBeNull();
    expect(undoOf('factsSet', { consequences: ['INJURY'] })).toBeNull();
    expect(undoOf('factsSet', { category: null })).toMatchObject({ facts: { categoryCode: 'late' } });
  });

  test('[UN7] the way back names the act that it takes back', () => {
    expect(undoOf('complaintHold', { hold: { id: 'h', state: 'ACTIVE' } })).toMatchObject({ act: 'e.1' });
    expect(undoOfAssignments([{ ...before, assignee: null, act: 'e.2' }])).toMatchObject({ act: 'e.2' });
  });

  test('[UN4] a duty that was given is waived, a supervision that was begun ended, a group left again', () => {
    expect(undoOf('dutyGive', { duties: { nodes: [{ id: 'd1' }, { id: 'd2' }] } })).toMatchObject({ dutyId: 'd2' });
    const since = '2026-11-20T00:00:00.000Z';
    expect(undoOf('complaintSupervise', { supervisedAt: since })).toMatchObject({ kind: 'endSupervision', since });
    expect(undoOf('groupAdd', {}, { complaintIds: ['x'] })).toMatchObject({ kind: 'leaveGroup', childIds: ['x'] });
    expect(undoOf('commentAdd', {})).toBeNull();
  });
});

describe('acts on many', () => {
  const handedOver = (n: number) =>
    undoOfHandoffs(
      Array.from({ length: n }, (_, i) => ({ number: `C-${i + 1}`, complaintId: `c${i + 1}`, handoffId: `h${i + 1}` })),
    )!;
  const goBackBy = (came: Partial<Record<string, OneTakenBack>>) => (undo: Undo) =>
    goBackEach(
      (undo as Extract<Undo, { kind: 'many' }>).each,
      async ({ number }) => came[number] ?? { kind: 'undone' },
    );
  afterEach(putAway);

  test('[UN6] each is bound to what the one act made of it; one alone is told as one, none as nothing', () => {
    const before = [makeCard({ id: '1', version: 4, assignee: null }), makeCard({ id: '2', version: 9 })];
    expect(undoOfAssignments(before)).toMatchObject({
      kind: 'many',
      each: [
        { kind: 'assign', complaintId: '1', version: 5, assignee: null },
        { kind: 'assign', complaintId: '2', version: 10 },
      ],
    });
    expect(undoOfAssignments(before.slice(0, 1))).toMatchObject({ kind: 'assign', complaintId: '1' });
    expect(undoOfAssignments([])).toBeNull();
    expect(handedOver(2)).toMatchObject({ kind: 'many', each: [{ handoffId: 'h1' }, { handoffId: 'h2' }] });
  });

  test('[UN6] what goes back goes, however the others fare, and it is said which stayed and why', async () => {
    tellDone({ undo: handedOver(8) });
    const changed = { kind: 'changed' } as const;
    const came = { 'C-2': changed, 'C-5': { kind: 'refused', message: 'Not yours.' } as const, 'C-8': changed };
    await takeBackTold(goBackBy(came));
    expect(toldWords(toldNow()!, translator('en'))).toBe(
      '5 taken back\nC-2, C-8: Changed since, and not taken back\nC-5: Not taken back: Not yours.',
    );
    expect(canTakeBack(toldNow())).toBe(false);
  });

  test('[UN6] of very many that stayed five are named, the others counted', async () => {
    tellDone({ undo: handedOver(7) });
    await takeBackTold((undo) =>
      goBackEach((undo as Extract<Undo, { kind: 'many' }>).each, async () => ({ kind: 'changed' })),
    );
    expect(toldWords(toldNow()!, translator('zh-CN'))).toBe(
      '没有一件撤销\nC-1、C-2、C-3、C-4、C-5 等，另 2 件：之后又有变化，没有撤销',
    );
  });

  test('[UN6] those that got no answer may be tried again, and only those', async () => {
    tellDone({ undo: handedOver(3) });
    await takeBackTold(goBackBy({ 'C-1': { kind: 'changed' }, 'C-3': { kind: 'unheard' } }));
    const again: Undo[] = [];
    await takeBackTold((undo) => {
      again.push(undo);
      return goBackBy({})(undo);
    });
    expect(again).toMatchObject([{ kind: 'many', each: [{ number: 'C-3' }] }]);
    expect(canTakeBack(toldNow())).toBe(false);
  });
});

describe('the last act', () => {
  afterEach(putAway);
  const undo: Undo = { kind: 'restoreView', viewId: 'v', name: '早会' };

  test('[UN5] what finishes while something is taken back keeps its own way back', async () => {
    let answer: (came: TakenBack) => void = () => undefined;
    tellDone({ undo });
    const going = takeBackTold(() => new Promise((resolve) => (answer = resolve)));
    expect(toldNow()?.state.kind).toBe('busy');
    const next: Undo = { kind: 'removeView', viewId: 'w', name: '晚会' };
    tellDone({ undo: next });
    answer({ kind: 'undone' });
    expect(await going).toEqual({ undo, came: { kind: 'undone' } });
    expect(toldNow()).toMatchObject({ undo: next, state: { kind: 'open' } });
  });

  test('[UN5] it is taken back once; without an answer it may be tried again', async () => {
    tellDone({ undo });
    await takeBackTold(async () => ({ kind: 'unheard' }));
    expect(await takeBackTold(async () => ({ kind: 'undone' }))).toMatchObject({ came: { kind: 'undone' } });
    expect(await takeBackTold(async () => ({ kind: 'undone' }))).toBeNull();
    tellDone({ undo: null, words: () => 'said' });
    expect(await takeBackTold(async () => ({ kind: 'undone' }))).toBeNull();
    tellDone({ undo: null });
    expect(toldNow()).toBeNull();
  });
});
