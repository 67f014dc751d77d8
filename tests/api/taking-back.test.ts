import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const ASSIGN = `mutation ($input: ComplaintAssignInput!) { complaintAssign(input: $input) { __typename
  ... on ComplaintAssignPayload { cursor } } }`;
const FACTS = `mutation ($input: FactsSetInput!) { factsSet(input: $input) { __typename
  ... on FactsSetPayload { cursor } } }`;
const STORY = `query ($id: ID!) { complaint(by: { id: $id }) {
  timeline(first: 4) { nodes { __typename change takesBack } } } }`;
const TRAIL = '{ audit(first: 2) { nodes { id action takesBack actTakenBack { action at } } } }';

interface Told {
  __typename: string;
  change: string;
  takesBack: string | null;
}

const assign = async (person: Person, id: string, assigneeId: string | null, takesBack?: string) => {
  const headers: Record<string, string> = takesBack === undefined ? {} : { 'takes-back': takesBack };
  const client = await company.as(person);
  return client.ask<{ complaintAssign: { cursor: string } }>(ASSIGN, { input: { id, assigneeId } }, { headers });
};
const storyOf = async (id: string) =>
  (await (await company.as('logistics')).ok<{ complaint: { timeline: { nodes: Told[] } } }>(STORY, { id })).complaint
    .timeline.nodes;
const driver = async () => {
  const query = '{ viewer { ... on MemberViewer { member { id } } } }';
  const { viewer } = await (await company.as('driver')).ok<{ viewer: { member: { id: string } } }>(query);
  return viewer.member.id;
};

test('[UN7] timeline and audit trail say which act was taken back, also of acts that take no reason', async () => {
  const { id } = await company.seed.complaint().routed('logistics').claimed();
  const first = (await assign('logistics', id, await driver())).data!.complaintAssign;
  await assign('logistics', id, null, first.cursor);
  const [back, done] = await storyOf(id);
  expect([back!.__typename, done!.__typename]).toEqual(['ComplaintAssigned', 'ComplaintAssigned']);
  expect(back!.takesBack).toBe(done!.change);
  expect(done!.takesBack).toBeNull();
  expect(back!.change).not.toBe(done!.change);
  const { audit } = await (await company.as('auditor')).ok<{ audit: { nodes: object[] } }>(TRAIL);
  expect(audit.nodes).toEqual([
    {
      id: back!.change,
      action: 'complaintAssign',
      takesBack: done!.change,
      actTakenBack: { action: 'complaintAssign', at: expect.any(String) },
    },
    { id: done!.change, action: 'complaintAssign', takesBack: null, actTakenBack: null },
  ]);
  const copy = async (form: string) => {
    const response = await (await company.as('auditor')).fetch(`/export/audit.csv?complaint=${id}${form}`);
    const [header, ...lines] = (await response.text()).trimEnd().split('\r\n');
    return {
      header,
      acts: lines.filter((line) => line.includes(form.includes('codes') ? 'complaintAssign' : 'Assigned')),
    };
  };
  const words = await copy('&lang=en');
  expect(words.header).toMatch(/,takes back$/);
  const [undone, act] = words.acts;
  const time = act!.slice(0, act!.indexOf(','));
  expect(undone!.endsWith(`,Assigned · ${time}`)).toBe(true);
  expect(act!.endsWith(',')).toBe(true);
  expect((await copy('&values=codes')).acts[0]).toMatch(/,complaintAssign · [^,]+$/);
});

test('[UN7] nobody says it of what a colleague did, of another complaint, or of what never was', async () => {
  const { id } = await company.seed.complaint().routed('logistics').claimed();
  const { cursor } = (await assign('logistics', id, await driver())).data!.complaintAssign;
  const never = cursor.replace(/\d{4}$/, '9999');
  for (const [person, takesBack] of [
    ['deputy', cursor],
    ['logistics', never],
    ['logistics', 'nonsense'],
  ] as const) {
    const { errors } = await assign(person, id, null, takesBack);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  }
  expect((await storyOf(id)).filter(({ __typename }) => __typename === 'ComplaintAssigned')).toHaveLength(1);
  // One's own change of another complaint: the act is done, and the log says nothing of it.
  const other = await company.seed.complaint().routed('logistics').claimed();
  const input = { id: other.id, place: '杭州' };
  await (await company.as('logistics')).ok(FACTS, { input }, { headers: { 'takes-back': cursor } });
  expect((await storyOf(other.id))[0]).toMatchObject({ __typename: 'FactsCorrected', takesBack: null });
});
