import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const contact = async (person: Person, id: string, input: Record<string, unknown> = {}) =>
  act(await company.as(person), 'contactRecord', { id, channel: 'PHONE', summary: '已致电客户', ...input });

const minutesFromNow = (minutes: number) => new Date(company.time.now().getTime() + minutes * 60_000).toISOString();

describe('contacts', () => {
  test('[CO1] a contact is kept with what was said, when and by whom', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const told = await contact('driver', id, { direction: 'INBOUND', summary: ' 客户来电催办 ' });
    expect(told).toMatchObject({
      __typename: 'ContactRecordPayload',
      contact: { summary: '客户来电催办', confirmsFacts: false },
    });
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { contacts { totalCount nodes {
      channel direction summary by { name } round } } } }`;
    expect(await (await company.as('logistics')).ok(query, { id })).toEqual({
      complaint: {
        contacts: {
          totalCount: 1,
          nodes: [
            { channel: 'PHONE', direction: 'INBOUND', summary: '客户来电催办', by: { name: '王司机' }, round: 1 },
          ],
        },
      },
    });
  });

  test('[CO1] not in the future, not before the receipt, not without a summary', async () => {
    const receivedAt = new Date(company.time.now().getTime() - 3_600_000);
    const { id } = await company.seed.complaint({ receivedAt }).routed('logistics');
    expect(await contact('driver', id, { at: minutesFromNow(1) })).toMatchObject({ issues: [{ path: ['at'] }] });
    expect(await contact('driver', id, { at: minutesFromNow(-61) })).toMatchObject({ issues: [{ path: ['at'] }] });
    expect(await contact('driver', id, { summary: ' \n ' })).toMatchObject({ issues: [{ path: ['summary'] }] });
    expect((await contact('driver', id, { at: minutesFromNow(-60) })).__typename).toBe('ContactRecordPayload');
  });

  test('[CO2] the first contact meets FIRST_RESPONSE at the time of the contact; a later one changes nothing of that', async () => {
    const receivedAt = new Date(company.time.now().getTime() - 3_600_000);
    const { id } = await company.seed.complaint({ receivedAt }).routed('logistics');
    const at = minutesFromNow(-30);
    await contact('driver', id, { at });
    await contact('driver', id);
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { firstContactAt lastContactAt
      deadlines { nodes { kind state metAt } } } }`;
    const { complaint } = await (await company.as('driver')).ok<{
      complaint: { firstContactAt: string; lastContactAt: string; deadlines: { nodes: { kind: string }[] } };
    }>(query, { id });
    expect(complaint).toMatchObject({ firstContactAt: at, lastContactAt: minutesFromNow(0) });
    const clocks = complaint.deadlines.nodes.filter(({ kind }) => kind === 'FIRST_RESPONSE');
    expect(clocks).toEqual([{ kind: 'FIRST_RESPONSE', state: 'MET', metAt: at }]);
  });

  test('[CO3] a contact can confirm facts and demand, once for its round', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect((await contact('driver', id)).complaint.factsConfirmedAt).toBe(null);
    const { complaint } = await contact('driver', id, { confirmsFacts: true });
    company.time.advance(60_000);
    const again = await contact('driver', id, { confirmsFacts: true });
    expect(complaint.factsConfirmedAt).not.toBe(null);
    expect(again.complaint.factsConfirmedAt).toBe(complaint.factsConfirmedAt);
  });

  test('[PERM6] the registrar talks to the customer wherever the complaint goes; other departments do not', async () => {
    const input = { subject: 'a', description: 'b', channel: 'PHONE', departmentCode: 'logistics' };
    const { complaint } = await act(await company.as('agent'), 'complaintRegister', input);
    expect((await contact('agent', complaint.id)).__typename).toBe('ContactRecordPayload');
    expect(await contact('packer', complaint.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await contact('supervisor', complaint.id)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what the customer is told', () => {
  const CONTACTS = `query ($id: ID!) { complaint(by: { id: $id }) {
    contacts { nodes { summary toCustomer templateKey } } promises { nodes { what dueAt state } } } }`;
  const written = async (id: string) =>
    (await (await company.as('driver')).ok<{ complaint: Record<string, { nodes: unknown[] }> }>(CONTACTS, { id }))
      .complaint;

  test('[CO4] what was promised in a contact is recorded with it, or neither is', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const dueAt = minutesFromNow(120);
    const promise = { what: '两小时内回电', dueAt };
    expect((await contact('driver', id, { promise })).__typename).toBe('ContactRecordPayload');
    const { promises, contacts } = await written(id);
    expect(promises!.nodes).toEqual([{ ...promise, state: 'OPEN' }]);
    expect(contacts!.nodes).toHaveLength(1);
    expect(await contact('driver', id, { promise: { what: '昨天', dueAt: minutesFromNow(-1) } })).toMatchObject({
      issues: [{ path: ['promise', 'dueAt'] }],
    });
    expect((await written(id))['contacts']!.nodes).toHaveLength(1);
  });

  test('[CO5] a contact names the template that its text was begun with; one that there is not is refused', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    const input = { templateKey: 'APOLOGY_DELAY', toCustomer: true, summary: '让您久等了' };
    expect((await contact('driver', id, input)).__typename).toBe('ContactRecordPayload');
    expect((await written(id))['contacts']!.nodes).toEqual([
      { summary: '让您久等了', toCustomer: true, templateKey: 'APOLOGY_DELAY' },
    ]);
    expect(await contact('driver', id, { templateKey: 'NO_SUCH' })).toMatchObject({
      issues: [{ path: ['templateKey'] }],
    });
  });

  test('[CO6] what the customer said is no text to them', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await contact('driver', id, { direction: 'INBOUND', toCustomer: true })).toMatchObject({
      issues: [{ path: ['toCustomer'] }],
    });
  });
});

describe('comments', () => {
  const comment = async (person: Person, id: string, text: string) =>
    act(await company.as(person), 'commentAdd', { id, text });

  test('[CM1] a comment is kept on the timeline with who wrote it', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    await comment('supervisor', id, '  请今天内答复 ');
    const query = `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: 1) { nodes {
      __typename actor { ... on Member { name } } ... on CommentAdded { text } } } } }`;
    expect(await (await company.as('driver')).ok(query, { id })).toEqual({
      complaint: {
        timeline: { nodes: [{ __typename: 'CommentAdded', actor: { name: '郑主管' }, text: '请今天内答复' }] },
      },
    });
  });

  test('[CM1] an empty one is refused', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await comment('driver', id, ' \t\n')).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['text'] }] });
  });

  test('[PERM7] auditors read and leave no words; a closed complaint still takes them', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    expect(await comment('auditor', id, '查')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await comment('admin', id, '查')).toMatchObject({ code: 'NOT_FOUND' });
    const override = { toStage: 'FOLLOWING_UP', override: true, reason: '特批' };
    await act(await company.as('coordinator'), 'complaintMove', { id, ...override });
    await act(await company.as('coordinator'), 'complaintMove', { id, toStage: 'CLOSED' });
    expect((await comment('driver', id, '客户表示感谢')).__typename).toBe('CommentAddPayload');
  });

  test('[EV3] what people wrote is in rows that can be erased, and nowhere else', async () => {
    const words = '极其独特的一句话';
    const { id, uuid } = await company.seed
      .complaint({ subject: words, description: words, demand: words })
      .routed('logistics');
    await comment('driver', id, words);
    await contact('driver', id, { summary: words });
    await act(await company.as('coordinator'), 'complaintMove', { id, toStage: 'CONFIRMED', reason: words });
    await act(await company.as('logistics'), 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: words,
    });
    for (const table of ['event', 'audit', 'idempotency', 'complaint', 'deadline', 'complaint_access']) {
      const { rows } = await company.db.pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} AS t WHERE t::text LIKE $1`,
        [`%${words}%`],
      );
      expect([table, rows[0]!.n]).toEqual([table, 0]);
    }
    expect((await cardOf(await company.as('driver'), id))?.subject).toBe(words);
    const { rows } = await company.db.pool.query('SELECT FROM note WHERE "complaintId" = $1', [uuid]);
    expect(rows).toHaveLength(2);
  });
});
