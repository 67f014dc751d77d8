import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDelivery } from '@redress/domain/rules/delivery';
import type { DeliveredEvent } from '@redress/domain/rules/delivery';
import { NO_FILTER, matchesFilter } from '@redress/domain/rules/filter';
import type { FilteredFacts } from '@redress/domain/rules/filter';
import { canSee, scopeOf } from '@redress/domain/rules/principal';
import { filteredFacts, filters, grants, principals } from './arbitraries.ts';

/** What a complaint is at a moment, and who may see it then. */
const moments = fc.record({ facts: filteredFacts, seenBy: grants });
type Moment = { facts: FilteredFacts; seenBy: string[] };

/** The event that leads from one moment to the next; null is before the complaint was there. */
const step = (before: Moment | null, after: Moment): DeliveredEvent => ({
  complaintId: 'complaint-1',
  before: before?.facts ?? null,
  after: after.facts,
  accessBefore: before?.seenBy ?? [],
  accessAfter: after.seenBy,
});

const viewerIdOf = (principal: { kind: string; id?: string }) =>
  principal.kind === 'MEMBER' ? (principal.id ?? null) : null;

describe('what a viewer is told', () => {
  test('[EV5] the event, if its complaint is in sight and matches after it; that it left, if only before; else nothing', () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(principals, filters, moments, moments, (principal, filter, before, after) => {
        const scope = scopeOf(principal);
        const viewerId = viewerIdOf(principal);
        const shown = ({ facts, seenBy }: Moment) => canSee(scope, seenBy) && matchesFilter(facts, filter, viewerId);
        const expected = shown(after) ? 'EVENT' : shown(before) ? 'LEFT' : 'NOTHING';
        tried.set(expected, (tried.get(expected) ?? 0) + 1);
        expect(decideDelivery(scope, filter, viewerId, step(before, after), true)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
    // Events that match nobody would prove nothing.
    expect(Math.min(...['EVENT', 'LEFT', 'NOTHING'].map((kind) => tried.get(kind) ?? 0))).toBeGreaterThan(20);
  });

  test('[EV5] a board that applies what it is told shows what a board that loads anew shows, after every event', () => {
    const history = fc.array(moments, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(principals, filters, history, (principal, filter, states) => {
        const scope = scopeOf(principal);
        const viewerId = viewerIdOf(principal);
        let onBoard = false;
        states.forEach((state, i) => {
          const told = decideDelivery(scope, filter, viewerId, step(states[i - 1] ?? null, state), true);
          // To leave, a card must have been there: a viewer learns nothing of what was never theirs.
          if (told === 'LEFT') expect(onBoard).toBe(true);
          onBoard = told === 'EVENT' || (told === 'NOTHING' && onBoard);
          expect(onBoard).toBe(canSee(scope, state.seenBy) && matchesFilter(state.facts, filter, viewerId));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('[EV5] what the text of a filter does not find is never told, not even that it left', () => {
    fc.assert(
      fc.property(principals, moments, moments, (principal, before, after) => {
        const filter = { ...NO_FILTER, text: '冰箱' };
        expect(decideDelivery(scopeOf(principal), filter, null, step(before, after), false)).toBe('NOTHING');
      }),
    );
  });

  test('[EV5] events of settings, members and sessions are nobody’s on a board', () => {
    const event: DeliveredEvent = { complaintId: null, before: null, after: null, accessBefore: [], accessAfter: [] };
    fc.assert(
      fc.property(principals, filters, (principal, filter) => {
        expect(decideDelivery(scopeOf(principal), filter, null, event, true)).toBe('NOTHING');
      }),
    );
  });
});
