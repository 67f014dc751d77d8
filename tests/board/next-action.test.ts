import { nextAction, waitingFor } from '@redress/board/features/complaint/next-action';
import type { NextActionFacts } from '@redress/board/features/complaint/next-action';
import { stageOptions } from '@redress/domain/rules/stages';
import type { StageFacts } from '@redress/domain/rules/stages';
import { describe, expect, test } from 'vitest';

const COMPLETE: StageFacts = {
  stage: 'CONFIRMED',
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

const NOTHING: NextActionFacts['viewerCan'] = {
  claim: false,
  move: false,
  route: false,
  assign: false,
  answerHandoff: false,
  rule: false,
  approveHold: false,
  takeOn: false,
  contact: false,
  investigate: false,
  resolve: false,
  survey: false,
  override: false,
};

/** A complaint as the server tells it: the options come from the same rules. */
function complaint(
  stage: Partial<StageFacts>,
  can: Partial<NextActionFacts['viewerCan']>,
  assignee: NextActionFacts['assignee'] = { id: 'somebody' },
): NextActionFacts {
  const facts = { ...COMPLETE, ...stage };
  return {
    stage: facts.stage,
    isClaimed: facts.isClaimed,
    department: facts.hasDepartment ? { code: 'logistics' } : null,
    assignee,
    contestedAt: null,
    ruling: null,
    duty: null,
    hold: null,
    settling: 'propose',
    approves: false,
    escalations: { nodes: [] },
    pendingHandoff: facts.handoffPending ? { id: 'handoff' } : null,
    stageOptions: stageOptions(facts),
    viewerCan: { ...NOTHING, ...can },
  };
}

const received = { stage: 'RECEIVED', isClaimed: false, factsConfirmed: false, firstContact: false } as const;

const next = (facts: NextActionFacts) => nextAction(facts, 'viewer');

describe('what a viewer should do next', () => {
  test('[NA1] the answer that another department waits for comes before anything else', () => {
    const facts = complaint(
      { handoffPending: true },
      { answerHandoff: true, move: true, contact: true, override: true },
    );
    expect(next(facts)).toEqual({ kind: 'answer-handoff' });
  });

  test('[NA8] a hold that waits for its approval is decided before the work goes on', () => {
    const facts = complaint({}, { approveHold: true, move: true, contact: true });
    expect(next(facts)).toEqual({ kind: 'approve-hold' });
    expect(next(complaint({}, { approveHold: true, rule: true }))).toEqual({ kind: 'rule' });
  });

  test('[NA7] a dispute is ruled on before anything else, by who may; others wait for the ruling', () => {
    const contested = {
      ...complaint({}, { rule: true, move: true, claim: true }),
      contestedAt: '2026-11-01T08:00:00Z',
    };
    expect(next(contested)).toEqual({ kind: 'rule' });
    expect(waitingFor({ ...contested, viewerCan: NOTHING })).toBe('RULING');
  });

  test('[NA9] an appeal is decided by who may, before the work goes on', () => {
    const appealed = { ...complaint({}, { approveHold: true, move: true }), ruling: { viewerCan: { decide: true } } };
    expect(next(appealed)).toEqual({ kind: 'decide-appeal' });
    expect(next({ ...appealed, ruling: { viewerCan: { decide: false } } })).toEqual({ kind: 'approve-hold' });
  });

  test('[NA10] whom an escalation names takes it on, a head by claiming what waits for a claim', () => {
    const escalated = (state: string, can: Parameters<typeof complaint>[1], id = 'viewer') => ({
      ...complaint({ isClaimed: can.claim !== true }, { takeOn: true, move: true, ...can }),
      escalations: { nodes: [{ state, members: [{ id: 'boss' }, { id }] }] },
    });
    for (const state of ['RUNNING', 'FINISHED']) expect(next(escalated(state, {}))).toEqual({ kind: 'take-on' });
    expect(next(escalated('RUNNING', { claim: true }))).toEqual({ kind: 'claim', onBehalf: false });
    expect(next(escalated('RUNNING', { claim: true, override: true }))).toEqual({ kind: 'take-on' });
    // Others may take it on, but it does not wait for them.
    expect(next(escalated('RUNNING', {}, 'other'))).toMatchObject({ kind: 'move' });
    for (const state of ['TAKEN', 'STOPPED']) expect(next(escalated(state, {}))).toMatchObject({ kind: 'move' });
  });

  test('[NA2] what has no department or category is routed first, by who may', () => {
    const unrouted = { ...received, hasDepartment: false };
    expect(next(complaint(unrouted, { route: true, move: true }))).toEqual({ kind: 'route' });
    expect(next(complaint(unrouted, { contact: true }))).toBeNull();
    expect(waitingFor(complaint(unrouted, {}))).toBe('ROUTING');
  });

  test('[NA3] a head claims what was routed to them; a coordinator moves it on before claiming on their behalf', () => {
    expect(next(complaint(received, { claim: true, move: true }, null))).toEqual({
      kind: 'claim',
      onBehalf: false,
    });
    expect(next(complaint(received, { claim: true, move: true, override: true }, null))).toEqual({
      kind: 'move',
      toStage: 'CONFIRMED',
    });
    const confirmed = { ...received, stage: 'CONFIRMED' } as const;
    expect(next(complaint(confirmed, { claim: true, move: true, override: true }, null))).toEqual({
      kind: 'claim',
      onBehalf: true,
    });
  });

  test('[NA4] a claimed complaint gets a person, then a first contact, then goes on', () => {
    const can = { assign: true, contact: true, move: true };
    const untouched = { factsConfirmed: false, firstContact: false };
    expect(next(complaint(untouched, can, null))).toEqual({ kind: 'assign' });
    expect(next(complaint(untouched, can))).toEqual({ kind: 'contact' });
    expect(next(complaint({}, can))).toEqual({ kind: 'move', toStage: 'INVESTIGATING' });
  });

  test('[NA5] nobody moves on what another department is asked to take over', () => {
    const facts = complaint({ handoffPending: true }, { move: true, contact: true });
    expect(next(facts)).toBeNull();
    expect(waitingFor(facts)).toBe('HANDOFF');
  });

  test('[NA11] an own duty is done before the complaint goes on, after what comes before it', () => {
    const owing = (can: Parameters<typeof complaint>[1]) => ({ ...complaint({}, can), duty: { id: 'duty' } });
    expect(next(owing({ move: true }))).toEqual({ kind: 'duty', dutyId: 'duty' });
    expect(next(owing({}))).toEqual({ kind: 'duty', dutyId: 'duty' });
    expect(next(owing({ answerHandoff: true }))).toEqual({ kind: 'answer-handoff' });
  });

  test('[NA12] on hold nothing goes on, but duties do', () => {
    const held = { ...complaint({ firstContact: false }, { move: true, contact: true }), hold: { state: 'ACTIVE' } };
    expect(next(held)).toBeNull();
    expect(waitingFor(held)).toBe('HOLD');
    expect(next({ ...held, duty: { id: 'duty' } })).toEqual({ kind: 'duty', dutyId: 'duty' });
    expect(next({ ...held, hold: { state: 'REQUESTED' } })).toEqual({ kind: 'contact' });
  });

  test('[NA13] whoever investigates fills in what the stage lacks of the findings; others wait for that', () => {
    const lacking = { stage: 'INVESTIGATING', unmet: ['REPORT', 'VALIDITY'] } as const;
    expect(next(complaint(lacking, { move: true, investigate: true }))).toEqual({ kind: 'complete' });
    expect(next(complaint(lacking, { move: true }))).toBeNull();
    expect(waitingFor(complaint(lacking, { move: true }))).toBe('INVESTIGATION');
    expect(next(complaint({ stage: 'INVESTIGATING' }, { move: true, investigate: true }))).toEqual({
      kind: 'move',
      toStage: 'RESOLVING',
    });
  });

  test('[NA14] an approval is decided by whom it waits for; others are told what the resolution waits for', () => {
    const lacking = { stage: 'RESOLVING', unmet: ['RESOLUTION_CARRIED_OUT'] } as const;
    const asked = (settling: NextActionFacts['settling'], approves = false) => ({
      ...complaint(lacking, { move: true, resolve: true, contact: true }),
      settling,
      approves,
    });
    expect(next(asked('approve', true))).toEqual({ kind: 'decide-approval' });
    for (const step of ['propose', 'offer', 'reply', 'carryOut'] as const)
      expect(next(asked(step))).toEqual({ kind: 'complete' });
    expect(next(asked('approve'))).toBeNull();
    expect(waitingFor(asked('approve'))).toBe('APPROVAL');
    expect(waitingFor(asked('answer'))).toBe('ANSWER');
    expect(waitingFor(complaint(lacking, {}))).toBe('RESOLUTION');
  });

  test('[NA15] who may call about the survey is asked to; who handled the case waits', () => {
    const lacking = { stage: 'FOLLOWING_UP', unmet: ['SURVEY'] } as const;
    expect(next(complaint(lacking, { survey: true }))).toEqual({ kind: 'survey' });
    expect(next(complaint(lacking, { move: true, investigate: true }))).toBeNull();
    expect(waitingFor(complaint(lacking, { move: true, investigate: true }))).toBe('VERDICT');
  });

  test('[NA6] who may do nothing is told what the complaint waits for', () => {
    expect(waitingFor(complaint({ isClaimed: false }, {}))).toBe('CLAIM');
    expect(waitingFor(complaint({ firstContact: false }, {}))).toBe('CONTACT');
    expect(waitingFor(complaint({ stage: 'CLOSED' }, { move: true }))).toBe('NOTHING');
    expect(next(complaint({ stage: 'CLOSED' }, { move: true }))).toBeNull();
  });
});
