import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

interface Figure {
  department: { code: string };
  asked: number;
  accepted: number;
  declined: number;
  unjustified: number;
  rate: number | null;
  target: number;
}

async function figures(person: Person, from: Date, before: Date): Promise<Record<string, Omit<Figure, 'department'>>> {
  const query = `query ($from: DateTime!, $before: DateTime!) { declineFigures(from: $from, before: $before) {
    department { code } asked accepted declined unjustified rate target } }`;
  const client = await company.as(person);
  const { declineFigures } = await client.ok<{ declineFigures: Figure[] }>(query, { from, before });
  return Object.fromEntries(declineFigures.map(({ department, ...figure }) => [department.code, figure]));
}

test('[CT10] only what a ruling found wrong counts, of what was answered, in the time that is asked for', async () => {
  const from = company.time.now();
  const by = async (person: Person, mutation: string, input: Record<string, unknown>) =>
    act(await company.as(person), mutation, input);
  const { id } = await company.seed.complaint().routed('logistics').claimed();
  for (const toDepartmentCode of ['warehouse', 'service']) {
    const asked = await by('logistics', 'handoffRequest', { complaintId: id, toDepartmentCode, reason: '不归物流' });
    await by('coordinator', 'handoffDecline', { id: asked.handoff.id, preset: 'NOT_OURS' });
  }
  const taken = await company.seed.complaint().routed('logistics').claimed().handedTo('warehouse');
  await by('warehouse', 'handoffAccept', { id: taken.handoffId });
  await company.seed.complaint().routed('logistics').claimed().handedTo('warehouse');
  const until = () => new Date(company.time.now().getTime() + DAY);
  const none = { asked: 0, accepted: 0, declined: 0, unjustified: 0, rate: null, target: 3 };
  expect(await figures('coordinator', from, until())).toEqual({
    logistics: none,
    warehouse: { ...none, asked: 3, accepted: 1, declined: 1, rate: 0 },
    service: { ...none, asked: 1, declined: 1, rate: 0 },
  });

  const { ruling } = await by('coordinator', 'complaintRule', { id, departmentCode: 'warehouse', reason: '库内丢失' });
  const warehouse = { ...none, asked: 3, accepted: 1, declined: 1, unjustified: 1, rate: 50 };
  expect((await figures('auditor', from, until()))['warehouse']).toEqual(warehouse);
  expect(await figures('warehouse', from, until())).toEqual({ warehouse });
  expect(await figures('packer', from, until())).toEqual({});
  expect(await figures('coordinator', until(), new Date(until().getTime() + DAY))).toEqual({
    logistics: none,
    warehouse: none,
    service: none,
  });

  await by('warehouse', 'rulingAppeal', { id: ruling.id, reason: '已出库' });
  const decision = { id: ruling.id, overturn: true, departmentCode: 'service', reason: '签收单' };
  await by('supervisor', 'appealDecide', decision);
  const after = await figures('supervisor', from, until());
  expect([after['warehouse']?.unjustified, after['service']?.unjustified]).toEqual([0, 1]);
});

test('[CT10] a time that ends before it begins, or is too long, is refused', async () => {
  const now = company.time.now();
  await expect(figures('coordinator', now, now)).rejects.toThrow('BAD_USER_INPUT');
  const days = (count: number) => new Date(now.getTime() - count * 24 * 60 * MINUTE);
  await expect(figures('coordinator', days(401), now)).rejects.toThrow('BAD_USER_INPUT');
  await expect(figures('coordinator', days(400), now)).resolves.toBeDefined();
});

test('[WA2] how long claims took is told over what the viewer sees, in the time that counts, since the moment that is asked for', async () => {
  company.time.advance(MINUTE);
  const from = company.time.now();
  const flow = async (person: Person, since = from) => {
    const query = `query ($from: DateTime!) { flowFigures(from: $from) {
      claim { count inTime meanMinutes targetMinutes } } }`;
    return (await company.as(person)).ask<{ flowFigures: unknown }>(query, { from: since });
  };
  const [quick, slow] = [
    await company.seed.complaint().routed('logistics'),
    await company.seed.complaint().routed('warehouse'),
  ];
  company.time.advance(10 * MINUTE);
  await act(await company.as('logistics'), 'complaintClaim', { id: quick.id });
  company.time.advance(DAY);
  await company.settled();
  await act(await company.as('warehouse'), 'complaintClaim', { id: slow.id });
  const own = { count: 1, inTime: 1, meanMinutes: 10, targetMinutes: expect.any(Number) };
  expect((await flow('logistics')).data).toEqual({ flowFigures: { claim: own } });
  expect((await flow('supervisor')).data).toMatchObject({ flowFigures: { claim: { count: 2, inTime: 1 } } });
  expect((await flow('supervisor', company.time.now())).data).toMatchObject({ flowFigures: { claim: { count: 1 } } });
  const longAgo = new Date(company.time.now().getTime() - 401 * DAY);
  expect((await flow('supervisor', longAgo)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
