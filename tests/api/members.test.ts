import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const QUERY = `query ($search: String, $role: Role, $first: Int, $after: String) {
  members(search: $search, role: $role, first: $first, after: $after) {
    nodes { name isActive } pageInfo { hasNextPage endCursor } } }`;
interface Answer {
  members: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

test('[MB1] colleagues are found by a part of their name or address, and by role; who left is not', async () => {
  const agent = await company.as('agent');
  const find = async (variables: Record<string, unknown>) =>
    (await agent.ok<Answer>(QUERY, variables)).members.nodes.map(({ name }) => name);
  expect(await find({ search: '物流' })).toEqual(['李物流']);
  expect(await find({ role: 'COORDINATOR' })).toEqual(['周协调']);
  expect(await find({ search: company.members.packer.email.toUpperCase() })).toEqual(['赵仓管']);
  expect(await find({ search: '物流', role: 'COORDINATOR' })).toEqual([]);
  const gone = await company.seed.member({ role: 'AGENT', department: 'warehouse', name: '何离职' });
  await company.seed.disable(gone);
  await company.settled();
  expect(await find({ search: '何离职' })).toEqual([]);
});

test('[MB1] the list is paged, and not for everybody on the street', async () => {
  const agent = await company.as('agent');
  const all = (await agent.ok<Answer>(QUERY, {})).members.nodes.map(({ name }) => name);
  const paged: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Answer['members'] = (await agent.ok<Answer>(QUERY, { first: 3, after })).members;
    paged.push(...page.nodes.map(({ name }) => name));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(paged).toEqual(all);
  const nobody = await company.client().ask(QUERY);
  expect(JSON.stringify(nobody)).toContain('UNAUTHENTICATED');
});
