import { directoryPut } from '@redress/domain/actions/directory-put';
import { DEFAULT_POLICIES } from '@redress/domain/rules/policies';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Clock {
  kind: string;
  state: string;
  dueAt: string;
}

const HELD = `query ($id: ID!) { complaint(by: { id: $id }) {
  heldUntil hold { id state reason until requestedBy { name } } viewerCan { hold resume approveHold refuseHold }
  holds { nodes { id state decidedBy { name } startedAt endedAt } }
  nextDeadline { kind } deadlines { nodes { kind state dueAt } }
  timeline(first: 5) { nodes { __typename occurredAt ... on ComplaintResumed { early } ... on HoldRefused { hold { state } } } }
} }`;

interface Held {
  heldUntil: string | null;
  hold: { id: string; state: string; reason: string; until: string } | null;
  viewerCan: Record<string, boolean>;
  holds: { nodes: { id: string; state: string; decidedBy: { name: string } | null; startedAt: string | null }[] };
  nextDeadline: { kind: string } | null;
  deadlines: { nodes: Clock[] };
  timeline: { nodes: { __typename: string; occurredAt: string; early?: boolean }[] };
}

const heldOf = async (id: string, person: Person = 'coordinator') =>
  (await (await company.as(person)).ok<{ complaint: Held }>(HELD, { id })).complaint;
const inDays = (days: number) => new Date(company.time.now().getTime() + days * DAY).toISOString();
const hold = async (person: Person, id: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'complaintHold', { id, reason: '等客户寄回发票', until: inDays(2), ...input });
const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
/** A complaint that its department works on, whose customer was spoken to. */
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();

async function held(): Promise<string> {
  const { id } = await working();
  expect((await hold('driver', id)).__typename).toBe('ComplaintHoldPayload');
  return id;
}

/** A complaint that was held once in its round, and for which a second hold is asked. */
async function requested(by: Person = 'driver') {
  const id = await held();
  await does('driver', 'complaintResume', { id });
  const told = await hold(by, id);
  expect(told.__typename).toBe('ComplaintHoldPayload');
  return { id, holdId: (await heldOf(id)).hold!.id };
}

describe('taking a hold back', () => {
  test('[UN2] ends the hold that is meant, and no other one', async () => {
    const id = await held();
    const { id: holdId } = (await heldOf(id)).hold!;
    await does('driver', 'complaintResume', { id });
    await hold('driver', id);
    const { id: laterId } = (await heldOf(id)).hold!;
    await does('coordinator', 'holdApprove', { id: laterId });
    expect(await does('driver', 'complaintResume', { id, holdId })).toMatchObject({ code: 'NOT_ON_HOLD' });
    expect((await heldOf(id)).hold).toMatchObject({ id: laterId, state: 'ACTIVE' });
    const resumed = await does('driver', 'complaintResume', { id, holdId: laterId });
    expect(resumed.__typename).toBe('ComplaintResumePayload');
  });
});

describe('putting on hold', () => {
  test('[HD1] the handling department and coordinators do; nobody else, and not before it is confirmed', async () => {
    const { id } = await working();
    for (const person of ['auditor', 'supervisor'] as const)
      expect(await hold(person, id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await hold('warehouse', id)).toMatchObject({ code: 'NOT_FOUND' });
    const { id: received } = await company.seed.complaint().routed('logistics').contacted();
    expect(await hold('logistics', received)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await hold('coordinator', id)).__typename).toBe('ComplaintHoldPayload');
  });

  test('[HD1] a second hold beside one is refused with the one that stands', async () => {
    const id = await held();
    expect(await hold('coordinator', id)).toMatchObject({
      __typename: 'AlreadyOnHoldError',
      complaint: { id },
    });
  });

  test('[HD2] only after the customer was tried to be reached in this round', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed();
    const contact = { id, channel: 'PHONE', summary: '客户来电询问', direction: 'INBOUND' };
    await does('driver', 'contactRecord', contact);
    expect(await hold('driver', id)).toMatchObject({ __typename: 'ContactNotTriedError', complaint: { id } });
    await does('driver', 'contactRecord', { ...contact, direction: 'OUTBOUND', summary: '无人接听' });
    expect((await hold('driver', id)).__typename).toBe('ComplaintHoldPayload');
  });

  test('[HD3] with a reason, until a date that lies ahead and no further than the limit', async () => {
    const { id } = await working();
    const path = async (input: Record<string, unknown>) => (await hold('driver', id, input)).issues[0]?.path;
    expect(await path({ reason: ' ' })).toEqual(['reason']);
    expect(await path({ until: company.time.now().toISOString() })).toEqual(['until']);
    const tooLong = await hold('driver', id, { until: new Date(Date.parse(inDays(3)) + HOUR).toISOString() });
    expect(tooLong.issues).toMatchObject([{ path: ['until'], message: expect.stringContaining('3') }]);
    expect(await hold('driver', id, { expectedVersion: 0 })).toMatchObject({ code: 'STALE_VERSION' });
    expect((await heldOf(id)).hold).toBe(null);
    expect((await hold('driver', id, { until: inDays(3) })).__typename).toBe('ComplaintHoldPayload');
  });

  test('[HD5] clocks that wait for the customer stand still; those that wait for colleagues go on', async () => {
    const { id } = await company.seed.complaint().routed('logistics').moved('CONFIRMED').contacted();
    await hold('driver', id);
    const { deadlines, nextDeadline, heldUntil } = await heldOf(id);
    const going = deadlines.nodes.filter(({ state }) => state === 'OPEN' || state === 'PAUSED');
    expect(Object.fromEntries(going.map(({ kind, state }) => [kind, state]))).toEqual({
      CLAIM: 'OPEN',
      PROGRESS: 'PAUSED',
      RESOLUTION: 'PAUSED',
    });
    expect(nextDeadline).toEqual({ kind: 'CLAIM' });
    expect(heldUntil).not.toBe(null);
  });

  test('[HD5] a clock that begins while it is held stands still from the start', async () => {
    const id = await held();
    const dueAt = inDays(1);
    await does('driver', 'promiseMake', { complaintId: id, what: '补发配件', dueAt });
    company.time.advance(5 * HOUR);
    await does('driver', 'complaintResume', { id });
    const promised = (await heldOf(id)).deadlines.nodes.find(({ kind }) => kind === 'PROMISE')!;
    expect(Date.parse(promised.dueAt)).toBe(Date.parse(dueAt) + 5 * HOUR);
  });

  test('[FI1] the board is filtered by it', async () => {
    const id = await held();
    const other = (await working()).id;
    const client = await company.as('coordinator');
    const found = async (onHold: boolean) => {
      const query = 'query ($f: ComplaintFilter) { complaints(filter: $f, first: 100) { nodes { id } } }';
      const { complaints } = await client.ok<{ complaints: { nodes: { id: string }[] } }>(query, { f: { onHold } });
      return complaints.nodes.map((node) => node.id);
    };
    expect(await found(true)).toContain(id);
    expect(await found(true)).not.toContain(other);
    expect(await found(false)).toContain(other);
  });
});

describe('approval', () => {
  test('[HD4] the second hold of a round waits, and the clocks run on until somebody else approves it', async () => {
    const { id, holdId } = await requested();
    const waiting = await heldOf(id);
    expect(waiting).toMatchObject({ heldUntil: null, hold: { state: 'REQUESTED' } });
    expect(waiting.deadlines.nodes.filter(({ state }) => state === 'PAUSED')).toEqual([]);
    expect((await heldOf(id, 'supervisor')).viewerCan).toMatchObject({ approveHold: true, refuseHold: true });
    expect(await does('logistics', 'holdApprove', { id: holdId })).toMatchObject({ code: 'FORBIDDEN' });
    const told = await does('supervisor', 'holdApprove', { id: holdId });
    expect(told.__typename).toBe('HoldApprovePayload');
    const { hold: standing, holds, heldUntil } = await heldOf(id);
    expect(standing).toMatchObject({ state: 'ACTIVE' });
    expect(heldUntil).toBe(standing!.until);
    expect(holds.nodes[0]).toMatchObject({ decidedBy: { name: '郑主管' } });
    expect(await does('coordinator', 'holdApprove', { id: holdId })).toMatchObject({
      __typename: 'HoldSettledError',
    });
  });

  test('[HD4] nobody approves what they asked for, be they a coordinator', async () => {
    const { id, holdId } = await requested('coordinator');
    expect((await heldOf(id)).viewerCan).toMatchObject({ approveHold: false, refuseHold: true });
    expect(await does('coordinator', 'holdApprove', { id: holdId })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[HD4] a token that acts asks, and approves nothing', async () => {
    const { holdId } = await requested();
    const token = await company.seed.token('till', ['ACT']);
    const client = company.client().withToken(token);
    expect(await act(client, 'holdApprove', { id: holdId })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[HD4] it is refused with a reason, or taken back by who asked', async () => {
    const { id, holdId } = await requested();
    expect((await does('supervisor', 'holdRefuse', { id: holdId, reason: ' ' })).issues[0]?.path).toEqual(['reason']);
    expect((await does('supervisor', 'holdRefuse', { id: holdId, reason: '客户已回复' })).__typename).toBe(
      'HoldRefusePayload',
    );
    expect(await heldOf(id)).toMatchObject({
      hold: null,
      heldUntil: null,
      holds: { nodes: [{ state: 'REFUSED' }, {}] },
    });
    const again = await requested();
    expect((await does('driver', 'holdRefuse', { id: again.holdId, reason: '不用了' })).__typename).toBe(
      'HoldRefusePayload',
    );
    expect(await does('packer', 'holdRefuse', { id: again.holdId, reason: '不用了' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('[HD4] a request that nobody decided by its date lapses', async () => {
    const { id, holdId } = await requested();
    company.time.advance(2 * DAY);
    expect(await does('supervisor', 'holdApprove', { id: holdId })).toMatchObject({ code: 'HOLD_SETTLED' });
    await company.app.clock.publishDue();
    expect((await heldOf(id)).holds.nodes[0]).toMatchObject({ state: 'REFUSED', decidedBy: null });
  });

  test('[HD4] how many need none is a limit of the company, and each round begins anew', async () => {
    const limits = DEFAULT_POLICIES.find(({ kind }) => kind === 'limits')!;
    const put = (holdsWithoutApproval: number) =>
      directoryPut(company.seed.system, {
        policies: [{ ...limits, value: { ...limits.value, holdsWithoutApproval } } as typeof limits],
      });
    await put(0);
    await company.settled();
    const { id } = await working();
    await hold('driver', id);
    expect((await heldOf(id)).hold).toMatchObject({ state: 'REQUESTED' });
    await put(1);
    await company.settled();
  });
});

describe('its end', () => {
  test('[HD6] it is resumed before its date, once', async () => {
    const id = await held();
    company.time.advance(HOUR);
    expect(await does('auditor', 'complaintResume', { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await does('driver', 'complaintResume', { id, note: '发票到了' })).__typename).toBe(
      'ComplaintResumePayload',
    );
    const { timeline, deadlines, heldUntil } = await heldOf(id);
    expect(timeline.nodes[0]).toMatchObject({ __typename: 'ComplaintResumed', early: true });
    expect(deadlines.nodes.filter(({ state }) => state === 'PAUSED')).toEqual([]);
    expect(heldUntil).toBe(null);
    expect(await does('driver', 'complaintResume', { id })).toMatchObject({ __typename: 'NotOnHoldError' });
  });

  test('[HD7] the customer who comes back ends it, as of the contact', async () => {
    const id = await held();
    const due = Date.parse((await heldOf(id)).deadlines.nodes.find(({ kind }) => kind === 'RESOLUTION')!.dueAt);
    company.time.advance(3 * HOUR);
    const at = company.time.now().toISOString();
    company.time.advance(2 * HOUR);
    await does('driver', 'contactRecord', { id, channel: 'EMAIL', direction: 'INBOUND', summary: '发票已寄出', at });
    const { hold: none, deadlines, timeline } = await heldOf(id);
    expect(none).toBe(null);
    expect(timeline.nodes).toContainEqual(expect.objectContaining({ __typename: 'ComplaintResumed', occurredAt: at }));
    expect(Date.parse(deadlines.nodes.find(({ kind }) => kind === 'RESOLUTION')!.dueAt)).toBe(due + 3 * HOUR);
  });

  test('[HD7] an answer from before the hold, or a call of ours, does not end it', async () => {
    const { id } = await working();
    const before = company.time.now().toISOString();
    company.time.advance(HOUR);
    await hold('driver', id);
    const contact = { id, channel: 'PHONE', summary: '还没有收到' };
    await does('driver', 'contactRecord', { ...contact, direction: 'INBOUND', at: before });
    await does('driver', 'contactRecord', { ...contact, direction: 'OUTBOUND' });
    expect((await heldOf(id)).hold).toMatchObject({ state: 'ACTIVE' });
  });

  test('[HD8] reaching FOLLOWING_UP ends it; a request falls with it', async () => {
    const stages = ['INVESTIGATING', 'RESOLVING', 'FOLLOWING_UP'] as const;
    const id = await held();
    for (const toStage of stages) await does('coordinator', 'complaintMove', { id, toStage });
    expect(await heldOf(id)).toMatchObject({ hold: null, heldUntil: null, holds: { nodes: [{ state: 'ENDED' }] } });
    expect((await heldOf(id)).deadlines.nodes.filter(({ state }) => state === 'PAUSED')).toEqual([]);
    const asked = await requested();
    for (const toStage of stages) await does('coordinator', 'complaintMove', { id: asked.id, toStage });
    expect((await heldOf(asked.id)).holds.nodes[0]).toMatchObject({ state: 'REFUSED', decidedBy: null });
    expect((await cardOf(await company.as('coordinator'), asked.id))?.stage).toBe('FOLLOWING_UP');
  });
});
