import type { IncomingMessage } from 'node:http';
import { registerCaller } from '@redress/api/http/caller';
import { CLOSE, Connections } from '@redress/api/live/connections';
import type { Principals } from '@redress/api/session/principals';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { Events, loadBoard } from './board-client.ts';

const ACCEPT = 'mutation ($input: HandoffAcceptInput!) { handoffAccept(input: $input) { __typename } }';
const ROUTE = 'mutation ($input: ComplaintRouteInput!) { complaintRoute(input: $input) { __typename } }';
const ASSIGN = `mutation ($input: ComplaintAssignInput!) {
  complaintAssign(input: $input) { __typename ... on UserError { code message } }
}`;

let server: TestServer;
let coordinator: Client;
let headOfLogistics: SeededMember;
let headOfFinance: SeededMember;
let agent: SeededMember;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics', 'finance');
  coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  headOfLogistics = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
  headOfFinance = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'finance' });
});

beforeEach(async () => {
  agent = await server.seed.member({ role: 'AGENT', department: 'logistics' });
});

afterAll(() => server.stop());

async function follow(caller: Client, filter: Record<string, unknown> | null = null): Promise<Events> {
  const { cursor, scope } = await loadBoard(caller, filter);
  return new Events(await server.socket(caller), { after: cursor, scope, filter });
}

describe('sight', () => {
  test('[EV20] a department hears of what is theirs, and nothing of the rest', async () => {
    const logistics = await follow(await server.signedIn(headOfLogistics));
    await server.seed.complaint().routed('finance');
    const theirs = await server.seed.complaint().routed('logistics');
    const told = await logistics.next();
    expect(told).toMatchObject({ __typename: 'ComplaintRouted', complaint: { id: theirs.id } });
  });

  test('[EV21] a complaint that is routed elsewhere leaves the sight of those who have nothing to do with it now', async () => {
    const complaint = await server.seed.complaint().routed('logistics');
    const logistics = await follow(await server.signedIn(headOfLogistics));
    const finance = await follow(await server.signedIn(headOfFinance));
    await coordinator.ok(ROUTE, { input: { id: complaint.id, departmentCode: 'finance' } });
    const left = await logistics.next();
    expect(left).toMatchObject({ __typename: 'ComplaintLeft', complaintId: complaint.id });
    expect(left.complaint).toBeUndefined();
    expect(await finance.next()).toMatchObject({ __typename: 'ComplaintRouted', complaint: { id: complaint.id } });
  });

  test('[EV21] replayed later, the content of what has gone out of sight is not told', async () => {
    const caller = await server.signedIn(headOfLogistics);
    const { cursor, scope } = await loadBoard(caller);
    const complaint = await server.seed
      .complaint({ subject: '不该再被看到的事' })
      .routed('logistics')
      .routed('finance');
    await server.settled();
    const events = new Events(await server.socket(caller), { after: cursor, scope });
    const told = [await events.any(), await events.any()];
    expect(told.map((event) => [event.__typename, event.complaintId])).toEqual([
      ['ComplaintLeft', complaint.id],
      ['ComplaintLeft', complaint.id],
    ]);
    expect(JSON.stringify(told)).not.toContain('不该再被看到的事');
  });

  test('[EV22] who asked to hand it over goes on hearing of it', async () => {
    const logistics = await server.signedIn(headOfLogistics);
    const finance = await server.signedIn(headOfFinance);
    const { handoffId } = await server.seed.complaint().routed('logistics').claimed().handedTo('finance');
    const [sender, receiver] = [await follow(logistics), await follow(finance)];
    await finance.ok(ACCEPT, { input: { id: handoffId } });
    expect((await sender.next()).__typename).toBe('HandoffAccepted');
    expect((await receiver.next()).__typename).toBe('HandoffAccepted');
  });
});

describe('filters', () => {
  test('[EV23] what no longer matches leaves; what begins to match is told', async () => {
    const claimed = await follow(coordinator, { unclaimed: true, departmentCodes: ['logistics'] });
    const { id } = await server.seed.complaint().routed('logistics').claimed();
    expect(await claimed.next()).toMatchObject({ __typename: 'ComplaintRouted', complaint: { id } });
    expect(await claimed.next()).toMatchObject({ __typename: 'ComplaintLeft', complaintId: id });
  });

  test('[EV24] a text is looked for in what the events are about, which carry no text', async () => {
    const fridges = await follow(coordinator, { text: '冰箱' });
    await server.seed.complaint({ subject: '洗衣机漏水' });
    const { id } = await server.seed.complaint({ subject: '冰箱两次改期没送到' });
    expect(await fridges.next()).toMatchObject({ __typename: 'ComplaintRegistered', complaint: { id } });
  });

  test('[EV25] `mine` is answered for each member by themselves', async () => {
    const head = await server.signedIn(headOfLogistics);
    const mine = await follow(await server.signedIn(agent), { mine: true });
    const others = await follow(await server.signedIn(headOfLogistics), { mine: true });
    const { id } = await server.seed.complaint().routed('logistics').claimed();
    const { member } = (
      await (
        await server.signedIn(agent)
      ).ok<{ viewer: { member: { id: string } } }>('{ viewer { ... on MemberViewer { member { id } } } }')
    ).viewer;
    expect(await head.ok(ASSIGN, { input: { id, assigneeId: member.id } })).toMatchObject({
      complaintAssign: { __typename: 'ComplaintAssignPayload' },
    });
    expect(await mine.next()).toMatchObject({ __typename: 'ComplaintAssigned', complaint: { id } });
    expect((await others.any()).__typename).toBe('BoardCheckpoint');
  });
});

describe('when access ends', () => {
  test('[EV30] signing out closes the sockets of that session at once, and of no other', async () => {
    const [leaving, staying] = [await server.signedIn(agent), await server.signedIn(agent)];
    const [gone, kept] = [await server.socket(leaving), await server.socket(staying)];
    await leaving.ok('mutation { signOut { __typename } }');
    expect((await gone.closed).code).toBe(4403);
    const events = new Events(kept);
    expect((await events.any()).__typename).toBe('BoardCheckpoint');
  });

  test('[EV30] a disabled member hears nothing more', async () => {
    const socket = await server.socket(await server.signedIn(agent));
    await server.seed.disable(agent);
    expect((await socket.closed).code).toBe(4403);
  });

  test('[EV30] the socket of a revoked token closes', async () => {
    const token = await server.seed.token('listener', ['READ']);
    const socket = await server.socket(server.client(), { connectionParams: { authorization: `Bearer ${token}` } });
    const events = new Events(socket);
    expect((await events.any()).__typename).toBe('BoardCheckpoint');
    await server.seed.revokeToken('listener');
    expect((await socket.closed).code).toBe(4403);
  });

  test('[EV30] no event slips in between finding a caller and registering them, in whichever moment it comes', async () => {
    for (let moments = 0; moments < 12; moments++) {
      let generation = 0;
      const asked: number[] = [];
      const principals = {
        get generation() {
          return generation;
        },
        async bySession() {
          asked.push(generation);
          if (asked.length === 1) after(moments, () => generation++);
          return null;
        },
      } as unknown as Principals;
      const request = { headers: { cookie: 'redress_session=x' }, socket: {} } as unknown as IncomingMessage;
      const registered = await registerCaller(request, principals, { trustProxy: false }, () => generation);
      expect(asked.at(-1)).toBe(registered);
    }
  });

  test('[EV31] a role that is lost in mid-stream ends the stream before the next event is told', async () => {
    const caller = await server.signedIn(agent);
    const events = await follow(caller);
    await events.any();
    await server.seed.setRoles(agent, [{ role: 'AGENT', department: 'finance' }]);
    await server.seed.complaint({ subject: '物流的事' }).routed('logistics');
    const told = await events.next();
    expect(told).toMatchObject({ __typename: 'BoardReset', reason: 'SCOPE_CHANGED' });
    expect(await events.over).toEqual({ by: 'complete' });
    expect(events.waiting).toBe(0);

    const board = await loadBoard(caller);
    const again = new Events(await server.socket(caller), { after: board.cursor, scope: board.scope });
    const { id } = await server.seed.complaint().routed('finance');
    expect(await again.next()).toMatchObject({ complaint: { id } });
  });

  test('[EV31] who cannot be told of a lost role is let go, and keeps nobody from the next event', async () => {
    const connections = new Connections({ directory: server.app.services.directory, now: () => server.time.now() });
    const member = await server.seed.member({ role: 'COORDINATOR' });
    await server.settled();
    const { id, name } = server.app.services.directory.members.find(({ email }) => email === member.email)!;
    const closed: unknown[] = [];
    connections.add({
      principal: {
        kind: 'MEMBER',
        id,
        name,
        sessionId: 'session',
        roles: [{ role: 'SUPERVISOR', departmentId: null }],
      },
      expiresAt: null,
      close: (reason) => closed.push(reason),
      resetBoards: () => Promise.reject(new Error('the reset could not be made')),
    });
    await connections.reviewAll();
    expect(closed).toEqual([CLOSE.GOING_AWAY]);
  });

  test('[EV32] a socket needs somebody: no session and no token is 4403, a foreign page is refused at the upgrade', async () => {
    await expect(server.socket(server.client())).rejects.toThrow('closed with 4403');
    const caller = await server.signedIn(agent);
    await expect(server.socket(caller, { origin: 'https://evil.example' })).rejects.toMatchObject({ status: 403 });
    await expect(server.socket(caller, { origin: caller.url })).resolves.toBeTruthy();
    const badToken = { connectionParams: { authorization: 'Bearer rdr_made-up' } };
    await expect(server.socket(server.client(), badToken)).rejects.toThrow('closed with 4403');
  });
});

/** Runs the task after so many turns of the queue of promises. */
function after(turns: number, task: () => void): void {
  queueMicrotask(() => (turns === 0 ? task() : after(turns - 1, task)));
}
