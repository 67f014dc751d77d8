import { describe, expect, test } from 'vitest';
import { decideMove, isMoveBack, stageOption, stageOptions } from '@redress/domain/rules/stages';
import type { MoveDecision, MoveRequest, StageFacts } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';

/** The process as docs/SPEC.md tells it, written down a second time: the table in the rules must say the same. */
const FORWARD_STEPS: readonly (readonly [Stage, Stage])[] = [
  ['RECEIVED', 'CONFIRMED'],
  ['CONFIRMED', 'INVESTIGATING'],
  ['CONFIRMED', 'RESOLVING'],
  ['INVESTIGATING', 'RESOLVING'],
  ['RESOLVING', 'FOLLOWING_UP'],
  ['FOLLOWING_UP', 'CLOSED'],
];

const COMPLETE: Omit<StageFacts, 'stage'> = {
  hasCategory: true,
  hasSeverity: true,
  hasDepartment: true,
  isClaimed: true,
  factsConfirmed: true,
  firstContact: true,
  handoffPending: false,
  openDuties: 0,
  unmet: [],
};

const FLAGS = [
  'hasCategory',
  'hasSeverity',
  'hasDepartment',
  'isClaimed',
  'factsConfirmed',
  'firstContact',
  'handoffPending',
] as const;

/** Every complaint there can be, as far as the rules look: each flag both ways, with and without an open duty. */
const ALL_FACTS: readonly StageFacts[] = STAGES.flatMap((stage) =>
  Array.from({ length: 2 ** (FLAGS.length + 1) }, (_, bits) => {
    const flags = Object.fromEntries(FLAGS.map((flag, i) => [flag, (bits & (1 << i)) !== 0]));
    return { ...COMPLETE, ...flags, stage, openDuties: bits >> FLAGS.length };
  }),
);

interface Way {
  facts: StageFacts;
  to: Stage;
}
const ALL_WAYS: readonly Way[] = ALL_FACTS.flatMap((facts) => STAGES.map((to) => ({ facts, to })));

const isForwardStep = ({ facts, to }: Way) => FORWARD_STEPS.some(([from, next]) => from === facts.stage && next === to);
const isForward = ({ facts, to }: Way) => STAGES.indexOf(to) > STAGES.indexOf(facts.stage);
const isBackward = ({ facts, to }: Way) => STAGES.indexOf(to) < STAGES.indexOf(facts.stage);

const decide = ({ facts, to }: Way, request: Partial<MoveRequest> = {}): MoveDecision =>
  decideMove(facts, { to, reason: 'the customer called again', override: false, mayOverride: true, ...request });

/** The ways of a kind that break an expectation; a test wants none. Thousands of `expect` calls would be slow. */
const violations = (ways: (way: Way) => boolean, holds: (way: Way) => boolean): Way[] =>
  ALL_WAYS.filter((way) => ways(way) && !holds(way));

describe('steps', () => {
  test('[MV1] with everything in place, exactly the forward steps of the process are allowed', () => {
    const allowed = STAGES.flatMap((from) =>
      STAGES.filter((to) => STAGES.indexOf(to) > STAGES.indexOf(from))
        .filter((to) => stageOption({ ...COMPLETE, stage: from }, to).allowed)
        .map((to) => [from, to]),
    );
    expect(allowed).toEqual(FORWARD_STEPS);
  });

  test('[MV1] any other forward move is refused as NOT_A_STEP, whatever the facts', () => {
    const skips = (way: Way) => isForward(way) && !isForwardStep(way);
    const refused = (way: Way) => {
      const { allowed, refusal } = stageOption(way.facts, way.to);
      // An invariant that the place itself would break is the graver reason.
      const invariant = refusal === 'HANDOFF_PENDING' || refusal === 'DUTY_OPEN';
      return !allowed && (refusal === 'NOT_A_STEP' || (way.to === 'CLOSED' && invariant));
    };
    expect(violations(skips, refused)).toEqual([]);
  });

  test('[MV1] a card may always be put to another place of its own column', () => {
    const stays = (way: Way) => way.facts.stage === way.to;
    expect(violations(stays, (way) => decide(way, { reason: null, mayOverride: false }).ok)).toEqual([]);
  });
});

describe('exit criteria of the content', () => {
  test('[MV12] what an investigation has to find is asked for on the way out, and what was skipped before the end', () => {
    const unmet = ['VALIDITY', 'ROOT_CAUSE', 'REPORT', 'CONSULTATION', 'CLOSING_SUMMARY'] as const;
    const missing = (stage: Stage, to: Stage) => stageOption({ ...COMPLETE, unmet, openDuties: 1, stage }, to).missing;
    const asked = ['DUTIES_ENDED', 'VALIDITY', 'ROOT_CAUSE', 'REPORT', 'CONSULTATION'];
    expect(missing('INVESTIGATING', 'RESOLVING')).toEqual(asked);
    expect(missing('CONFIRMED', 'RESOLVING')).toEqual([]);
    expect(missing('FOLLOWING_UP', 'CLOSED')).toEqual(['VALIDITY', 'ROOT_CAUSE', 'REPORT', 'CLOSING_SUMMARY']);
    const waived = decideMove(
      { ...COMPLETE, unmet, stage: 'FOLLOWING_UP' },
      { to: 'CLOSED', reason: 'the customer is content', override: true, mayOverride: true },
    );
    expect(waived).toMatchObject({ ok: false, because: 'REQUIREMENTS' });
  });
});

describe('exit criteria', () => {
  const CRITERIA: Partial<Record<Stage, Record<string, (typeof FLAGS)[number]>>> = {
    RECEIVED: { CATEGORY: 'hasCategory', SEVERITY: 'hasSeverity', DEPARTMENT: 'hasDepartment' },
    CONFIRMED: { CLAIM: 'isClaimed', FACTS_CONFIRMED: 'factsConfirmed', FIRST_RESPONSE: 'firstContact' },
  };
  const expectedMissing = ({ facts, to }: Way): string[] => {
    const unmet = Object.entries(CRITERIA[facts.stage] ?? {})
      .filter(([, flag]) => !facts[flag])
      .map(([requirement]) => requirement);
    const together = facts.stage === 'INVESTIGATING' || facts.stage === 'RESOLVING';
    if (together && facts.openDuties > 0) unmet.push('DUTIES_ENDED');
    const missing = isForward({ facts, to }) ? unmet : [];
    const homeless = to !== 'RECEIVED' && to !== facts.stage && !facts.hasDepartment;
    return homeless && !missing.includes('DEPARTMENT') ? [...missing, 'DEPARTMENT'] : missing;
  };

  test.each([
    ['MV2', 'RECEIVED', 'category, severity and handling department'],
    ['MV3', 'CONFIRMED', 'the claim, confirmed facts and the first response'],
  ] as const)('[%s] leaving %s needs %s, each named when it is missing', (_rule, stage, _needs) => {
    const leaves = (way: Way) => way.facts.stage === stage && isForwardStep(way);
    const named = (way: Way) => String(stageOption(way.facts, way.to).missing) === String(expectedMissing(way));
    expect(violations(leaves, named)).toEqual([]);
  });

  test('[MV4] a refused move names all that is missing, and an allowed one misses nothing', () => {
    const moves = (way: Way) => way.facts.stage !== way.to;
    const told = (way: Way) => {
      const decision = decide(way);
      if (decision.ok) return expectedMissing(way).length === 0;
      return decision.because === 'REQUIREMENTS' && String(decision.missing) === String(expectedMissing(way));
    };
    expect(violations(moves, told)).toEqual([]);
  });

  test('[MV4] who may not override learns that first, and not that the criteria were the trouble', () => {
    const told = (way: Way) => {
      const decision = decide(way, { override: true, mayOverride: false });
      return !decision.ok && decision.because === 'OVERRIDE_FORBIDDEN';
    };
    expect(violations(() => true, told)).toEqual([]);
  });
});

describe('moves back', () => {
  const backInProcess = (way: Way) => isBackward(way) && way.facts.stage !== 'CLOSED' && way.facts.hasDepartment;

  test('[MV5] moving back asks for no criteria, but for a reason', () => {
    expect(violations(backInProcess, (way) => decide(way, { mayOverride: false }).ok)).toEqual([]);
    const asksWhy = (way: Way) => {
      const decision = decide(way, { reason: '   ' });
      return !decision.ok && decision.because === 'REASON_REQUIRED';
    };
    expect(violations(backInProcess, asksWhy)).toEqual([]);
  });

  test('[MV5] needsReason is said of moves back, and of no other', () => {
    expect(
      violations(
        () => true,
        (way) => stageOption(way.facts, way.to).needsReason === isBackward(way),
      ),
    ).toEqual([]);
    expect(STAGES.filter((to) => isMoveBack('RESOLVING', to))).toEqual(['RECEIVED', 'CONFIRMED', 'INVESTIGATING']);
  });

  test('[MV8] a closed complaint goes to CONFIRMED and nowhere else', () => {
    const closed: StageFacts = { ...COMPLETE, stage: 'CLOSED' };
    const open = STAGES.filter((to) => to !== 'CLOSED' && decide({ facts: closed, to }, { override: true }).ok);
    expect(open).toEqual(['CONFIRMED']);
    expect(decide({ facts: closed, to: 'CONFIRMED' }, { reason: null })).toEqual({
      ok: false,
      because: 'REASON_REQUIRED',
    });
  });
});

describe('overriding', () => {
  const forward = (way: Way) => isForward(way) && way.to !== 'CLOSED';

  test('[MV6] a coordinator waives criteria and steps, and the decision names what was waived', () => {
    const waives = (way: Way) => {
      const decision = decide(way, { override: true });
      if (!way.facts.hasDepartment) return !decision.ok;
      const needed = !stageOption(way.facts, way.to).allowed;
      const { missing } = stageOption(way.facts, way.to);
      return decision.ok && decision.overridden === needed && String(decision.waived) === String(needed ? missing : []);
    };
    expect(violations(forward, waives)).toEqual([]);
  });

  test('[MV6] an override needs a reason of more than blanks', () => {
    const asksWhy = (way: Way) => {
      const decision = decide(way, { override: true, reason: ' \n ' });
      return !decision.ok && decision.because === 'REASON_REQUIRED';
    };
    expect(violations(() => true, asksWhy)).toEqual([]);
  });

  test('[MV6] nothing is waived on the way into CLOSED, nor on the way out of it', () => {
    const atTheEnd = (way: Way) => way.facts.stage !== way.to && (way.to === 'CLOSED' || way.facts.stage === 'CLOSED');
    const same = (way: Way) => decide(way, { override: true }).ok === decide(way).ok;
    expect(violations(atTheEnd, same)).toEqual([]);
    const never = (way: Way) => {
      const decision = decide(way, { override: true });
      return !decision.ok || !decision.overridden;
    };
    expect(violations(atTheEnd, never)).toEqual([]);
  });
});

describe('invariants', () => {
  test('[MV7] no request whatever brings a complaint out of RECEIVED without a handling department', () => {
    const homeless = (way: Way) => !way.facts.hasDepartment && way.to !== 'RECEIVED' && way.to !== way.facts.stage;
    expect(violations(homeless, (way) => !decide(way, { override: true }).ok)).toEqual([]);
  });

  test('[MV7] no request whatever closes a complaint over a pending handoff or an open duty', () => {
    const unfinished = (way: Way) =>
      way.to === 'CLOSED' && way.facts.stage !== 'CLOSED' && (way.facts.handoffPending || way.facts.openDuties > 0);
    const refused = (way: Way) => {
      const decision = decide(way, { override: true });
      if (decision.ok || decision.because !== 'REQUIREMENTS') return false;
      if (!way.facts.hasDepartment) return decision.missing.includes('DEPARTMENT');
      return decision.refusal === (way.facts.handoffPending ? 'HANDOFF_PENDING' : 'DUTY_OPEN');
    };
    expect(violations(unfinished, refused)).toEqual([]);
  });
});

describe('options', () => {
  test('[MV10] every other stage is answered once, in the order of the process', () => {
    const listed = ALL_FACTS.filter((facts) => {
      const others = STAGES.filter((stage) => stage !== facts.stage);
      return String(stageOptions(facts).map((option) => option.stage)) !== String(others);
    });
    expect(listed).toEqual([]);
  });

  test('[MV10] an option promises exactly what a move then gets', () => {
    const kept = (way: Way) => {
      const option = stageOptions(way.facts).find(({ stage }) => stage === way.to);
      if (option === undefined) return way.to === way.facts.stage;
      const plain = decide(way, { mayOverride: false }).ok === option.allowed;
      const waived = decide(way, { override: true }).ok === (option.allowed || option.overridable);
      const silent = decide(way, { reason: null }).ok === (option.allowed && !option.needsReason);
      return plain && waived && silent;
    };
    expect(violations(() => true, kept)).toEqual([]);
  });
});
