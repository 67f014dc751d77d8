import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

let calls = 0;
const newPhone = () => `1392000${String(++calls).padStart(4, '0')}`;
const complain = (phone: string) =>
  company.seed.complaint({ customer: { name: '王敏', phone, email: null, region: null, tier: null, group: null } });
const call = async (person: Person, by: Record<string, string>, number: string, summary = '客户催问进展') =>
  act(await company.as(person), 'callRecord', { by, number, summary });

describe('taking a call down', () => {
  test('[LK10] on one of the caller’s complaints, also where the writer does not see it', async () => {
    const phone = newPhone();
    const { number, id, uuid } = await complain(phone).routed('logistics').claimed();
    expect(await call('packer', { phone }, number)).toMatchObject({ __typename: 'CallRecordPayload', number });
    const [contact] = await company.db.prisma.contact.findMany({ where: { complaintId: uuid } });
    expect(contact).toMatchObject({ direction: 'INBOUND', summary: '客户催问进展', toCustomer: false });
    expect(
      await act(await company.as('packer'), 'contactRecord', { id, channel: 'PHONE', summary: '…' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('[LK10] one that is not theirs looks like none, and so does half a number', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    const { number } = await complain(phone).routed('logistics');
    const { message } = await call('packer', { phone }, 'C-2020-999999');
    expect(await call('packer', { phone: other }, number)).toMatchObject({ code: 'NOT_FOUND', message });
    expect(await call('packer', { phone: phone.slice(0, 6) }, number)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await call('auditor', { phone }, number)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await call('packer', { phone }, number, '  ')).toMatchObject({ issues: [{ path: ['summary'] }] });
  });

  test('[LK11] whoever works on it is told, and no clock is met', async () => {
    const phone = newPhone();
    const { number, id } = await complain(phone).routed('logistics').claimed();
    await call('packer', { phone }, number);
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { firstContactAt deadlines { nodes { kind state } } }
      inbox(first: 50) { nodes { kind complaint { id } } } }`;
    const told = await (await company.as('logistics')).ok<{
      complaint: { firstContactAt: string | null; deadlines: { nodes: unknown[] } };
      inbox: { nodes: unknown[] };
    }>(query, { id });
    expect(told.complaint.firstContactAt).toBeNull();
    expect(told.complaint.deadlines.nodes).toContainEqual({ kind: 'FIRST_RESPONSE', state: 'OPEN' });
    expect(told.inbox.nodes).toContainEqual({ kind: 'CUSTOMER_WROTE', complaint: { id } });
  });
});
