import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const give = async (person: Person, complaintId: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'dutyGive', { complaintId, departmentCode: 'warehouse', what: '核对出库单', ...input });
const end = async (person: Person, how: 'dutyDone' | 'dutyWaive', id: string) =>
  act(await company.as(person), how, { id, note: '已核对' });

const claimed = () => company.seed.complaint().routed('logistics').claimed();

describe('duties', () => {
  test('[DU1] a duty gives its department sight of the complaint, which stays when it is done', async () => {
    const { id } = await claimed();
    const told = await give('logistics', id);
    expect(told).toMatchObject({
      __typename: 'DutyGivePayload',
      duty: { what: '核对出库单', department: { code: 'warehouse' }, doneAt: null },
      complaint: { department: { code: 'logistics' } },
    });
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
    await end('packer', 'dutyDone', told.duty.id);
    expect(await cardOf(await company.as('packer'), id)).not.toBe(null);
  });

  test('[DU1] it is due after it is given, by an owner of its department', async () => {
    const { id } = await claimed();
    const now = company.time.now().toISOString();
    const path = async (input: Record<string, unknown>) => (await give('logistics', id, input)).issues[0]?.path;
    expect(await path({ dueAt: now })).toEqual(['dueAt']);
    expect(await path({ what: ' ' })).toEqual(['what']);
    expect(await path({ departmentCode: 'nowhere' })).toEqual(['departmentCode']);
    const driver = (await cardOf(await company.as('logistics'), id))!.id;
    expect(await path({ ownerId: driver })).toEqual(['ownerId']);
    const dueAt = new Date(company.time.now().getTime() + 60_000).toISOString();
    expect((await give('logistics', id, { dueAt })).duty).toMatchObject({ dueAt });
  });

  test('[DU1] head, deputy and coordinator give duties; agents do not', async () => {
    const { id } = await claimed();
    for (const person of ['deputy', 'coordinator'] as const) {
      expect((await give(person, id)).__typename).toBe('DutyGivePayload');
    }
    expect(await give('driver', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await give('warehouse', id)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[DU2] the department that has it reports it done, once', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    expect(await end('driver', 'dutyDone', duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await end('packer', 'dutyDone', duty.id)).toMatchObject({
      __typename: 'DutyDonePayload',
      duty: { doneBy: { name: '赵仓管' }, note: '已核对' },
    });
    expect(await end('packer', 'dutyDone', duty.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[DU2] who gave it, or a coordinator, waives it', async () => {
    const { id } = await claimed();
    const [one, other] = [await give('logistics', id), await give('logistics', id)];
    expect(await end('deputy', 'dutyWaive', one.duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await end('packer', 'dutyWaive', one.duty.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await end('logistics', 'dutyWaive', one.duty.id)).__typename).toBe('DutyWaivePayload');
    expect((await end('coordinator', 'dutyWaive', other.duty.id)).__typename).toBe('DutyWaivePayload');
  });

  test('[DU2] who gave it and only audits by now does not waive it', async () => {
    const { id } = await claimed();
    const head = await company.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
    const client = await company.signedIn(head);
    const given = await act(client, 'dutyGive', { complaintId: id, departmentCode: 'warehouse', what: '核对出库单' });
    await company.seed.setRoles(head, [{ role: 'AUDITOR' }]);
    expect(await act(client, 'dutyWaive', { id: given.duty.id })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('[VIS3] to who does not see the complaint, its duties are not there', async () => {
    const { id } = await claimed();
    const { duty } = await give('logistics', id);
    expect(await end('agent', 'dutyDone', duty.id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
