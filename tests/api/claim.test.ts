import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf, tryTo } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

describe('claiming', () => {
  test.each(['logistics', 'deputy', 'coordinator'] as const)(
    '[PERM1] the %s claims a routed complaint',
    async (person) => {
      const { id } = await company.seed.complaint().routed('logistics');
      const told = await act(await company.as(person), 'complaintClaim', { id });
      expect(told).toMatchObject({
        __typename: 'ComplaintClaimPayload',
        complaint: {
          isClaimed: true,
          claimedBy: { name: company.members[person].name },
          department: { code: 'logistics' },
        },
      });
    },
  );

  test.each(['driver', 'supervisor', 'auditor'] as const)('[PERM1] the %s may not', async (person) => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await act(await company.as(person), 'complaintClaim', { id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[PERM1] what was never routed has no department that could claim it', async () => {
    const { id } = await company.seed.complaint();
    expect(await act(await company.as('coordinator'), 'complaintClaim', { id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[CL1] of fifty claims at once one wins, with one claim row, one audit row and one event', async () => {
    const { id, uuid } = await company.seed.complaint().routed('logistics');
    const people = await Promise.all((['logistics', 'deputy', 'coordinator'] as const).map((who) => company.as(who)));
    const claims = Array.from({ length: 50 }, (_, i) => act(people[i % people.length]!, 'complaintClaim', { id }));
    const told = await Promise.all(claims);

    const winners = told.filter(({ __typename }) => __typename === 'ComplaintClaimPayload');
    const losers = told.filter(({ __typename }) => __typename === 'AlreadyClaimedError');
    expect([winners.length, losers.length]).toEqual([1, 49]);
    const { claimedBy, claimedAt } = winners[0]!.complaint;
    for (const loser of losers) {
      expect(loser).toMatchObject({
        claimedBy: { name: claimedBy!.name },
        claimedAt,
        complaint: { id, isClaimed: true },
      });
    }
    const count = async (sql: string) => (await company.db.pool.query<{ n: number }>(sql, [uuid])).rows[0]!.n;
    expect(await count('SELECT count(*)::int AS n FROM claim WHERE "complaintId" = $1')).toBe(1);
    expect(
      await count(`SELECT count(*)::int AS n FROM audit WHERE $1 = ANY("complaintIds") AND action = 'complaintClaim'`),
    ).toBe(1);
    expect(
      await count(`SELECT count(*)::int AS n FROM event WHERE "complaintId" = $1 AND type = 'ComplaintClaimed'`),
    ).toBe(1);
  });

  test('[CL2] who comes late is told who claimed and when, before anything else is held against them', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const first = await act(await company.as('deputy'), 'complaintClaim', { id });
    for (const [person, input] of [
      ['logistics', { expectedVersion: 999 }],
      ['driver', {}],
      ['auditor', {}],
    ] as const) {
      expect(await act(await company.as(person), 'complaintClaim', { id, ...input })).toMatchObject({
        __typename: 'AlreadyClaimedError',
        message: expect.stringContaining(company.members.deputy.name),
        claimedBy: { name: company.members.deputy.name },
        claimedAt: first.complaint.claimedAt,
      });
    }
  });

  test('[CL2] a claim by a token names no member', async () => {
    const till = company.client().withToken(await company.seed.token('till', ['ACT']));
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await act(till, 'complaintClaim', { id })).toMatchObject({
      complaint: { isClaimed: true, claimedBy: null },
    });
    expect(await act(await company.as('logistics'), 'complaintClaim', { id })).toMatchObject({
      __typename: 'AlreadyClaimedError',
      claimedBy: null,
    });
  });

  test('[CL3] a claim meets the CLAIM clock', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const clocks = `query ($id: ID!) { complaint(by: { id: $id }) { deadlines { nodes { kind state metAt } } } }`;
    await act(await company.as('logistics'), 'complaintClaim', { id });
    const { complaint } = await (await company.as('logistics')).ok<{
      complaint: { deadlines: { nodes: { kind: string; state: string; metAt: string | null }[] } };
    }>(clocks, { id });
    const claimed = (await cardOf(await company.as('logistics'), id))!.claimedAt;
    expect(complaint.deadlines.nodes.filter(({ kind }) => kind === 'CLAIM')).toEqual([
      { kind: 'CLAIM', state: 'MET', metAt: claimed },
    ]);
  });

  test.each([
    ['complaintClaim', {}],
    ['complaintRoute', { departmentCode: 'service' }],
    ['complaintAssign', { assigneeId: null }],
  ] as const)('[CL4] while a handoff is in flight %s is refused with the handoff', async (mutation, input) => {
    const { id, handoffId } = await company.seed.complaint().routed('logistics').handedTo('warehouse');
    expect(await act(await company.as('coordinator'), mutation, { id, ...input })).toMatchObject({
      __typename: 'HandoffPendingError',
      handoff: { id: handoffId, state: 'PENDING' },
      complaint: { id },
    });
  });

  test('[CL4] nor can it be handed off again', async () => {
    const { id, handoffId } = await company.seed.complaint().routed('logistics').handedTo('warehouse');
    const input = { complaintId: id, toDepartmentCode: 'service', reason: '客户要求' };
    expect(await act(await company.as('logistics'), 'handoffRequest', input)).toMatchObject({
      __typename: 'HandoffPendingError',
      handoff: { id: handoffId },
    });
  });

  test('[MV9] a claim on a stale version is refused with the complaint as it is', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await act(await company.as('logistics'), 'complaintClaim', { id, expectedVersion: 1 })).toMatchObject({
      __typename: 'StaleVersionError',
      current: { id, version: 2, isClaimed: false },
    });
    const told = await act(await company.as('logistics'), 'complaintClaim', { id, expectedVersion: 2 });
    // A claim is no edit: somebody's drag of the same card stays good.
    expect(told.complaint.version).toBe(2);
  });

  test('[VIS3] to who may not see it, it is not there, claimed or not', async () => {
    const { id } = await company.seed.complaint().routed('logistics').claimed();
    const { errors, data } = await tryTo(await company.as('warehouse'), 'complaintClaim', { id });
    expect(errors).toEqual([]);
    expect(data?.['complaintClaim']).toMatchObject({ __typename: 'NotFoundError' });
  });
});
