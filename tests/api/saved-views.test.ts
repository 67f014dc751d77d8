import { decodeIdOf } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { heldAt } from '../testkit/held-row.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { act } from './act.ts';

const VIEWS = `{ viewer { ... on MemberViewer { defaultViewId
  savedViews { id name search sharing department { code } owner { name } viewerCanChange } } } }`;
interface View {
  id: string;
  name: string;
  search: string;
  sharing: string;
  department: { code: string } | null;
  viewerCanChange: boolean;
}

let server: TestServer;
let coordinator: Client;
let head: Client;
let agent: Client;
let other: Client;

beforeAll(async () => {
  server = await startServer({ processes: 2 });
  await server.seed.departments('logistics', 'warehouse');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  head = await server.signedIn(await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' }));
  agent = await server.signedIn(await server.seed.member({ role: 'AGENT', department: 'logistics' }));
  other = await server.signedIn(await server.seed.member({ role: 'AGENT', department: 'warehouse' }));
});
afterAll(() => server.stop());

async function viewsOf(client: Client): Promise<{ savedViews: View[]; defaultViewId: string | null }> {
  return (await client.ok<{ viewer: { savedViews: View[]; defaultViewId: string | null } }>(VIEWS)).viewer;
}

const put = (client: Client, more: Record<string, unknown> = {}) =>
  act(client, 'savedViewPut', { name: '我的超时', search: '?lanes=severity&breached=1', sharing: 'PERSONAL', ...more });
const idIn = async (client: Client, name: string) =>
  (await viewsOf(client)).savedViews.find((view) => view.name === name)!.id;

describe('saved views', () => {
  test('[SW1] a view keeps what the address says, in one order, and is its owner’s alone', async () => {
    expect(await put(agent)).toMatchObject({ __typename: 'SavedViewPutPayload' });
    expect((await viewsOf(agent)).savedViews).toMatchObject([
      { name: '我的超时', search: 'breached=1&lanes=severity', sharing: 'PERSONAL', viewerCanChange: true },
    ]);
    for (const client of [head, coordinator, other]) expect((await viewsOf(client)).savedViews).toEqual([]);
    // It concerns nobody else: what the process holds of the company is not read anew for it.
    const { generation } = server.app.services.directory;
    await put(agent, { id: await idIn(agent, '我的超时') });
    await server.settled();
    expect(server.app.services.directory.generation).toBe(generation);
    expect(await put(agent, { search: '?' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await put(agent, { name: '  ' })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('[SW2] coordinators share with the company, heads with their department, and nobody else does', async () => {
    const company = { name: '公司早会', sharing: 'COMPANY' };
    const department = { name: '物流晨会', sharing: 'DEPARTMENT', departmentCode: 'logistics' };
    expect(await put(agent, company)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await put(head, company)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await put(agent, department)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await put(head, { ...department, departmentCode: 'warehouse' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await put(head, { ...department, departmentCode: 'nobody' })).toMatchObject({ code: 'INVALID_INPUT' });
    await put(coordinator, company);
    await put(head, department);
    const names = async (client: Client) => (await viewsOf(client)).savedViews.map(({ name }) => name);
    expect(await names(agent)).toEqual(['公司早会', '物流晨会', '我的超时']);
    expect(await names(other)).toEqual(['公司早会']);
    const shared = (await viewsOf(agent)).savedViews.slice(0, 2);
    expect(shared.map(({ viewerCanChange }) => viewerCanChange)).toEqual([false, false]);
  });

  test('[SW3] who may not change a view is told so, and who does not see it finds nothing', async () => {
    const own = await idIn(agent, '我的超时');
    const company = await idIn(agent, '公司早会');
    expect(await put(other, { id: own })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(other, 'savedViewRemove', { id: own })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(agent, 'savedViewRemove', { id: company })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await put(agent, { id: own, name: '改过名' })).toMatchObject({ __typename: 'SavedViewPutPayload' });
    expect(await idIn(agent, '改过名')).toBe(own);
  });

  test('[SW4] one’s board begins with a view that one is offered; when it goes, with everything', async () => {
    const company = await idIn(agent, '公司早会');
    const own = await idIn(agent, '改过名');
    expect(await act(other, 'savedViewBeginWith', { id: own })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(agent, 'savedViewBeginWith', { id: company })).toMatchObject({ defaultViewId: company });
    expect((await viewsOf(agent)).defaultViewId).toBe(company);
    await act(coordinator, 'savedViewRemove', { id: company });
    expect((await viewsOf(agent)).defaultViewId).toBeNull();
    expect(await act(agent, 'savedViewBeginWith', { id: own })).toMatchObject({ defaultViewId: own });
    expect(await act(agent, 'savedViewBeginWith', {})).toMatchObject({ defaultViewId: null });
    expect((await viewsOf(agent)).defaultViewId).toBeNull();
  });

  test('[SW1] however many windows save at once, a member keeps fifty', async () => {
    const busy = await server.seed.member({ role: 'ADMIN' });
    const windows = [await server.signedIn(busy, 0), await server.signedIn(busy, 1)];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => put(windows[i % 2]!, { name: `视图 ${i}` })),
    );
    const refused = answers.filter(({ code }) => code !== undefined);
    expect(refused).toHaveLength(10);
    for (const refusal of refused) expect(refusal).toMatchObject({ issues: [{ path: ['name'] }] });
    expect((await viewsOf(windows[0]!)).savedViews.filter(({ sharing }) => sharing === 'PERSONAL')).toHaveLength(50);
  });

  test('[SW7] a view that went comes back as it was, under its link and for who began with it; for who may take it away', async () => {
    await put(head, { name: '物流周会', sharing: 'DEPARTMENT', departmentCode: 'logistics' });
    const id = await idIn(head, '物流周会');
    await act(agent, 'savedViewBeginWith', { id });
    await act(head, 'savedViewRemove', { id });
    expect((await viewsOf(agent)).defaultViewId).toBeNull();
    expect(await act(agent, 'savedViewRestore', { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(other, 'savedViewRestore', { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(head, 'savedViewRestore', { id })).toMatchObject({ __typename: 'SavedViewRestorePayload' });
    expect((await viewsOf(agent)).defaultViewId).toBe(id);
    const { node } = await agent.ok<{ node: View }>(
      'query ($id: ID!) { node(id: $id) { ... on SavedView { name search } } }',
      { id },
    );
    expect(node).toEqual({ name: '物流周会', search: 'breached=1&lanes=severity' });
    // It is there already: nothing is counted twice.
    expect(await act(head, 'savedViewRestore', { id })).toMatchObject({ __typename: 'SavedViewRestorePayload' });
  });

  test('[SW7] one that is renamed in one window stays away when it was taken away in another', async () => {
    const windows = [coordinator, coordinator.at(server.processes[1]!.url)];
    for (const removedFirst of [true, false]) {
      const name = removedFirst ? '先撤' : '后撤';
      await put(coordinator, { name });
      const id = await idIn(coordinator, name);
      const remove = () => act(windows[0]!, 'savedViewRemove', { id });
      const rename = () => put(windows[1]!, { id, name: `${name}了` });
      const acts = removedFirst ? [remove, rename] : [rename, remove];
      await heldAt(server.ownerUrl, 'saved_view', decodeIdOf('SavedView', id)!, acts);
      expect((await viewsOf(coordinator)).savedViews.map((view) => view.id)).not.toContain(id);
      await act(coordinator, 'savedViewRestore', { id });
      expect((await viewsOf(coordinator)).savedViews.find((view) => view.id === id)?.name).toBe(`${name}了`);
    }
  });

  test('[SW7] it comes back only while there is room among the 50', async () => {
    const keeper = await server.signedIn(await server.seed.member({ role: 'AGENT', department: 'logistics' }));
    for (let n = 0; n < 50; n += 1) await put(keeper, { name: `第 ${n} 个` });
    const id = await idIn(keeper, '第 7 个');
    await act(keeper, 'savedViewRemove', { id });
    await put(keeper, { name: '又一个' });
    expect(await act(keeper, 'savedViewRestore', { id })).toMatchObject({ code: 'INVALID_INPUT' });
    await act(keeper, 'savedViewRemove', { id: await idIn(keeper, '又一个') });
    expect(await act(keeper, 'savedViewRestore', { id })).toMatchObject({ __typename: 'SavedViewRestorePayload' });
  });

  test('[SW6] a name is shown masked, and kept when it is saved as shown; nobody shares a look for a number', async () => {
    await put(agent, { name: '回电 13812345678' });
    const [view] = (await viewsOf(agent)).savedViews.filter(({ name }) => name.startsWith('回电'));
    expect(view!.name).not.toContain('13812345678');
    await put(agent, { id: view!.id, name: view!.name, search: 'breached=1' });
    expect(await server.db.prisma.savedView.count({ where: { name: '回电 13812345678', search: 'breached=1' } })).toBe(
      1,
    );
    const shared = { name: '找人', sharing: 'COMPANY' };
    expect(await put(coordinator, { ...shared, search: 'text=138+1234+5678' })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['search'] }],
    });
    expect(await put(coordinator, { ...shared, search: 'text=YL40429013' })).toMatchObject({
      __typename: 'SavedViewPutPayload',
    });
    expect(await put(coordinator, { search: 'text=13812345678' })).toMatchObject({ __typename: 'SavedViewPutPayload' });
  });
});
