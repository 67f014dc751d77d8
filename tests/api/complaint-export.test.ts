import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;
const BOM = '\uFEFF';
const CUSTOMER = { name: '王小敏', phone: '13812345678', email: null, region: '杭州', tier: null, group: null };

let company: Company;
beforeAll(async () => {
  company = await startCompany();
  const facts = { subject: '王小敏来电 13812345678', demand: '=1+1', customer: CUSTOMER };
  await company.seed.complaint(facts).routed('logistics').claimed();
  await company.seed.complaint({ subject: '仓库的', customer: CUSTOMER }).routed('warehouse').claimed();
});
afterAll(() => company.stop());

const EXPORT = `id mark state reason rowCount viewerMayDecide viewerDownload decisionReason
  requestedBy { name } decidedBy { name } departments { code } stages`;
const REQUEST = `mutation ($input: ExportRequestInput!) { exportRequest(input: $input) { __typename
  ... on ExportRequestPayload { export { ${EXPORT} } } ... on UserError { code message }
  ... on InvalidInputError { issues { path message } } } }`;
const DECIDE = `mutation ($input: ExportDecideInput!) { exportDecide(input: $input) { __typename
  ... on ExportDecidePayload { export { ${EXPORT} } } ... on UserError { code message }
  ... on InvalidInputError { issues { path message } } } }`;

interface Export {
  id: string;
  mark: string;
  state: string;
  rowCount: number | null;
  viewerMayDecide: boolean;
  viewerDownload: string | null;
}
interface Told {
  __typename: string;
  code?: string;
  export: Export;
  issues?: { path: string[] }[];
}

const period = () => ({
  receivedFrom: new Date(company.time.now().getTime() - 24 * HOUR).toISOString(),
  receivedBefore: new Date(company.time.now().getTime() + HOUR).toISOString(),
});
const request = async (person: Person, input: Record<string, unknown> = {}) =>
  (
    await (
      await company.as(person)
    ).ok<{ exportRequest: Told }>(REQUEST, { input: { ...period(), reason: '月度例会', ...input } })
  ).exportRequest;
const decide = async (person: Person, id: string, approve: boolean, reason: string | null = null) =>
  (await (await company.as(person)).ok<{ exportDecide: Told }>(DECIDE, { input: { id, approve, reason } }))
    .exportDecide;
const listed = async (person: Person) =>
  (await (await company.as(person)).ok<{ complaintExports: Export[] }>(`{ complaintExports { ${EXPORT} } }`))
    .complaintExports;
const take = async (person: Person | null, path: string) => {
  const client = person === null ? company.client() : await company.as(person);
  return client.fetch(path);
};
const approved = async (person: Person = 'logistics') => {
  const { id } = (await request(person)).export;
  await decide('supervisor', id, true);
  return (await listed(person)).find((one) => one.id === id)!;
};

describe('a list of complaints', () => {
  test('[PD20] is asked for by who leads a department or sees all, for a time and a reason', async () => {
    const asked = await request('logistics', { departmentCodes: ['logistics'], stages: ['RECEIVED'] });
    expect(asked.export).toMatchObject({
      state: 'REQUESTED',
      reason: '月度例会',
      departments: [{ code: 'logistics' }],
      stages: ['RECEIVED'],
      viewerMayDecide: false,
      viewerDownload: null,
    });
    for (const person of ['driver', 'auditor', 'admin'] as const)
      expect(await request(person)).toMatchObject({ code: 'FORBIDDEN' });
    const { receivedFrom } = period();
    const wrong = [
      [{ reason: ' ' }, 'reason'],
      [{ departmentCodes: ['nowhere'] }, 'departmentCodes'],
      [{ receivedBefore: receivedFrom }, 'receivedBefore'],
      [{ receivedFrom: '2020-01-01T00:00:00Z' }, 'receivedFrom'],
    ] as const;
    for (const [input, path] of wrong) expect((await request('logistics', input)).issues?.[0]?.path).toEqual([path]);
  });

  test('[PD21] is decided on by somebody else, once', async () => {
    const { id } = (await request('supervisor')).export;
    expect(await decide('supervisor', id, true)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide('logistics', id, true)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await listed('coordinator')).find((one) => one.id === id)).toMatchObject({ viewerMayDecide: true });
    expect((await decide('coordinator', id, false)).issues?.[0]?.path).toEqual(['reason']);
    expect((await decide('coordinator', id, false, '不需要全部')).export).toMatchObject({
      state: 'REFUSED',
      decisionReason: '不需要全部',
      decidedBy: { name: '周协调' },
    });
    expect((await decide('coordinator', id, true)).issues?.[0]?.path).toEqual(['id']);
    const { id: second } = (await request('logistics')).export;
    const both = await Promise.all([decide('coordinator', second, true), decide('supervisor', second, false, '否')]);
    expect(both.filter(({ __typename }) => __typename === 'ExportDecidePayload')).toHaveLength(1);
    expect((await listed('logistics')).every(({ viewerMayDecide }) => !viewerMayDecide)).toBe(true);
    expect(await listed('driver')).toEqual([]);
  });

  test('[PD22] is taken once, by who asked, with what they see: masked, watermarked, and no formula in it', async () => {
    const { viewerDownload: path, mark } = await approved();
    expect(await take('supervisor', path!)).toMatchObject({ status: 404 });
    expect(await take(null, path!)).toMatchObject({ status: 401 });
    expect(await take('logistics', `${path!}&zone=Mars/Olympus`)).toMatchObject({ status: 400 });
    const answer = await take('logistics', `${path!}&lang=zh&zone=Asia/Shanghai`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    // Fetch takes the mark away that spreadsheets need.
    const lines = text.replace(BOM, '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    const [header, line] = lines;
    expect(header).toMatch(/^编号,阶段,.*,受理时间 \(Asia\/Shanghai\),结案时间 \(Asia\/Shanghai\),水印$/);
    expect(line).toContain(`李物流 · `);
    expect(line).toContain(mark);
    expect(line).toMatch(/^C-\d{4}-\d{6},待派单,(一般|重要|紧急),投诉,/);
    expect(line).toMatch(/,[是否],\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,,李物流/);
    expect(text).not.toContain('13812345678');
    expect(text).not.toContain('王小敏');
    expect(text).not.toContain('仓库的');
    expect(line).toContain(`'=1+1`);
    expect(await take('logistics', path!)).toMatchObject({ status: 404 });
    const taken = (await listed('logistics')).find((one) => one.mark === mark);
    expect(taken).toMatchObject({ state: 'TAKEN', rowCount: 1, viewerDownload: null });
  });

  test('[PD22] for machines it holds the codes of the contract, in UTC', async () => {
    const { viewerDownload: path } = await approved();
    const text = await (await take('logistics', `${path!}&lang=en&values=codes`)).text();
    const [header, line] = text.replace(BOM, '').split('\r\n');
    expect(header).toMatch(/^number,stage,.*,received,closed,watermark$/);
    expect(line).toMatch(/^C-\d{4}-\d{6},RECEIVED,[A-Z]+,COMPLAINT,[A-Z_]+,/);
    expect(line).toMatch(/,[01],\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,,/);
  });

  test('[PD23] lapses when nobody decides on it or takes it, and each step is in the trail', async () => {
    const { id } = (await request('coordinator')).export;
    const { viewerDownload } = await approved('warehouse');
    company.time.advance(72 * HOUR);
    expect((await decide('supervisor', id, true)).issues?.[0]?.path).toEqual(['id']);
    expect(await take('warehouse', viewerDownload!)).toMatchObject({ status: 404 });
    expect((await listed('coordinator')).find((one) => one.id === id)).toMatchObject({ state: 'LAPSED' });
    const auditor = await company.as('auditor');
    for (const action of ['exportRequest', 'exportDecide', 'exportTake']) {
      const query = 'query ($action: String) { audit(filter: { action: $action }, first: 1) { nodes { action } } }';
      const { audit } = await auditor.ok<{ audit: { nodes: { action: string }[] } }>(query, { action });
      expect(audit.nodes).toEqual([{ action }]);
    }
  });
});
