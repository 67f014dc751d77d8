/** Who sees what: by their roles, and as a complaint goes from hand to hand. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeIdOf, encodeId } from '@redress/schema/ids';
import type { NodeType } from '@redress/schema/ids';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { act, cardOf } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const PEOPLE = [
  'coordinator',
  'supervisor',
  'auditor',
  'admin',
  'agent',
  'logistics',
  'deputy',
  'driver',
  'warehouse',
  'packer',
] as const satisfies readonly Person[];
const OVER_ALL: readonly Person[] = ['coordinator', 'supervisor', 'auditor'];
const LOGISTICS: readonly Person[] = ['logistics', 'deputy', 'driver'];
const WAREHOUSE: readonly Person[] = ['warehouse', 'packer'];

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

async function whoSees(id: string): Promise<Person[]> {
  const seen = await Promise.all(
    PEOPLE.map(async (person) => [person, await cardOf(await company.as(person), id)] as const),
  );
  return seen.filter(([, card]) => card !== null).map(([person]) => person);
}

const everybody = (...groups: (readonly Person[])[]): Person[] => {
  const seeing = new Set([OVER_ALL, ...groups].flat());
  return PEOPLE.filter((person) => seeing.has(person));
};

describe('who sees a complaint', () => {
  test('[VIS1] nobody but those over all, as long as no department has it', async () => {
    const { id } = await company.seed.complaint();
    expect(await whoSees(id)).toEqual(everybody());
  });

  test('[VIS4] its registrar, its department, a department with a duty, one that is asked, one that handed it on', async () => {
    const input = { subject: 'a', description: 'b', channel: 'PHONE' };
    const { complaint } = await act(await company.as('agent'), 'complaintRegister', input);
    const { id } = complaint;
    const coordinator = await company.as('coordinator');
    expect(await whoSees(id)).toEqual(everybody(['agent']));

    await act(coordinator, 'complaintRoute', { id, departmentCode: 'logistics' });
    expect(await whoSees(id)).toEqual(everybody(['agent'], LOGISTICS));

    const { handoff } = await act(coordinator, 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: 'x',
    });
    expect(await whoSees(id)).toEqual(everybody(['agent'], LOGISTICS, WAREHOUSE));

    await act(coordinator, 'handoffDecline', { id: handoff.id, preset: 'NOT_OURS' });
    expect(await whoSees(id)).toEqual(everybody(['agent'], LOGISTICS));

    const again = await act(coordinator, 'handoffRequest', {
      complaintId: id,
      toDepartmentCode: 'warehouse',
      reason: 'x',
    });
    await act(coordinator, 'handoffAccept', { id: again.handoff.id });
    expect(await whoSees(id)).toEqual(everybody(['agent'], LOGISTICS, WAREHOUSE));

    await act(coordinator, 'complaintRoute', { id, departmentCode: 'service' });
    expect(await whoSees(id)).toEqual(everybody(['agent'], LOGISTICS, WAREHOUSE));
  });

  test('[VIS4] a department with a duty', async () => {
    const { id } = await company.seed.complaint().routed('logistics');
    await act(await company.as('logistics'), 'dutyGive', {
      complaintId: id,
      departmentCode: 'warehouse',
      what: '查库存',
    });
    expect(await whoSees(id)).toEqual(everybody(LOGISTICS, WAREHOUSE));
  });

  test('[VIS1] a member who changes departments sees what the new one sees, at once', async () => {
    const member = await company.seed.member({ role: 'AGENT', department: 'logistics' });
    const client = await company.signedIn(member);
    const [theirs, others] = [
      await company.seed.complaint().routed('logistics'),
      await company.seed.complaint().routed('warehouse'),
    ];
    const seen = async () => [(await cardOf(client, theirs.id)) !== null, (await cardOf(client, others.id)) !== null];
    expect(await seen()).toEqual([true, false]);
    await company.seed.setRoles(member, [{ role: 'AGENT', department: 'warehouse' }]);
    expect(await seen()).toEqual([false, true]);
    await company.seed.setRoles(member, []);
    expect(await seen()).toEqual([false, false]);
  });

  test('[VIS2] lists, counts and columns of each person hold exactly what they see', async () => {
    const query = `{ complaints(first: 100) { totalCount nodes { id } }
      board { columns { totalCount complaints(first: 500) { nodes { id } } } } }`;
    interface Lists {
      complaints: { totalCount: number; nodes: { id: string }[] };
      board: { columns: { totalCount: number; complaints: { nodes: { id: string }[] } }[] };
    }
    const listed = async (client: Client) => {
      const { complaints, board } = await client.ok<Lists>(query);
      const columns = board.columns.flatMap((column) => column.complaints.nodes.map(({ id }) => id));
      const ids = complaints.nodes.map(({ id }) => id);
      expect([...columns].sort()).toEqual([...ids].sort());
      expect(complaints.totalCount).toBe(ids.length);
      expect(board.columns.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(ids.length);
      return ids;
    };
    const all = await listed(await company.as('coordinator'));
    expect(all.length).toBeGreaterThan(3);
    for (const person of PEOPLE) {
      const client = await company.as(person);
      const ids = await listed(client);
      const cards = await Promise.all(all.map((id) => cardOf(client, id)));
      expect([person, ids.length]).toEqual([person, cards.filter((card) => card !== null).length]);
    }
  });
});

describe('what is hidden', () => {
  const sdl = readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8');
  const fields = Object.values(buildSchema(sdl).getMutationType()!.getFields());
  const isOfOne = (input: unknown) =>
    isInputObjectType(input) && ('id' in input.getFields() || 'complaintId' in input.getFields());
  const mutations = fields.filter(({ args }) => args[0] && isOfOne(getNamedType(args[0].type))).map(({ name }) => name);
  const NOWHERE = '01890000-0000-7000-8000-000000000000';
  const NOBODIES = [NOWHERE, NOWHERE.replace(/0$/, '1')].map((id) => encodeId('Member', id));
  const REST: Record<string, Record<string, unknown>> = {
    attachmentRemove: { reason: 'x' },
    attachmentUploadCreate: { name: 'x.jpg', bytes: 1 },
    appealDecide: { overturn: false, reason: 'x' },
    commentAdd: { text: 'x' },
    complaintEscalate: { reason: 'x' },
    complaintHold: { reason: 'x', until: '2100-01-01T00:00:00Z' },
    complaintRule: { departmentCode: 'service', reason: 'x' },
    complaintSupervise: { reason: 'x' },
    complaintUrge: { message: 'x' },
    dutyWaive: { note: 'x' },
    escalationTakeOn: { note: 'x' },
    holdRefuse: { reason: 'x' },
    promiseKeep: { note: 'x' },
    promiseMake: { what: 'x', dueAt: '2100-01-01T00:00:00Z' },
    promiseRelease: { reason: 'x' },
    rulingAppeal: { reason: 'x' },
    complaintMove: { toStage: 'CONFIRMED' },
    complaintRoute: { departmentCode: 'service' },
    contactRecord: { channel: 'PHONE', summary: 'x' },
    dutyGive: { departmentCode: 'service', what: 'x' },
    handoffDecline: { preset: 'NOT_OURS' },
    handoffRequest: { toDepartmentCode: 'service', reason: 'x' },
    approvalDecide: { approve: true },
    complaintConcern: { memberIds: [] },
    complaintMerge: { intoId: encodeId('Complaint', NOWHERE), reason: 'x' },
    complaintSummarise: { summary: 'x' },
    consultationRecord: { memberIds: NOBODIES, summary: 'x', decision: 'x' },
    customerErase: { ground: 'ASKED_BY_CUSTOMER' },
    customerReveal: { reason: 'CONTACT' },
    erasureDecide: { approve: true },
    finalAnswerDecide: { approve: true },
    finalAnswerGive: { text: 'x', reviewerId: NOBODIES[0] },
    groupAdd: { complaintIds: [encodeId('Complaint', NOWHERE)] },
    groupContactRecord: { channel: 'EMAIL', summary: 'x' },
    groupLineSet: { line: 'x' },
    groupRemove: { complaintIds: [encodeId('Complaint', NOWHERE)] },
    investigationReport: { course: 'x', findings: 'x', conclusion: 'x' },
    demandMark: { reason: 'x', evidence: 'x', until: '2100-01-01T00:00:00Z' },
    demandMarkDecide: { approve: true },
    demandUnmark: { reason: 'x' },
    meetingDecisionAmend: { decisionId: encodeId('MeetingDecision', NOWHERE), text: 'x' },
    meetingDecisionFulfil: { decisionId: encodeId('MeetingDecision', NOWHERE) },
    meetingDecisionWithdraw: { decisionId: encodeId('MeetingDecision', NOWHERE) },
    meetingDecide: { itemId: encodeId('MeetingItem', NOWHERE), text: 'x' },
    meetingItemConclude: { itemId: encodeId('MeetingItem', NOWHERE), outcome: 'SETTLED' },
    meetingItemDrop: { itemId: encodeId('MeetingItem', NOWHERE) },
    meetingItemRestore: { itemId: encodeId('MeetingItem', NOWHERE) },
    meetingItemMove: { itemId: encodeId('MeetingItem', NOWHERE) },
    minutesObject: { text: 'x' },
    regulatorAnswerReview: { approve: true },
    regulatorAnswerWrite: { text: 'x' },
    regulatorCaseSet: { agency: 'CITY_12345', reference: 'x' },
    regulatorOutcomeRecord: { outcome: 'SETTLED' },
    repliesHold: { reason: 'x' },
    repliesRelease: { reason: 'x' },
    replyDraft: { text: 'x' },
    replyReject: { reason: 'x' },
    resolutionAccept: { channel: 'PHONE', words: 'x' },
    resolutionAnswerProposal: { accept: true },
    resolutionCarryOut: { proofNote: 'x' },
    resolutionPropose: { kind: 'APOLOGY', what: 'x' },
    resolutionRefuse: { channel: 'PHONE', words: 'x' },
    resolutionWithdraw: { reason: 'x' },
    responsibilityDecide: { departmentCode: 'service' },
    rootCauseSet: { code: 'x' },
    surveyRecord: { outcomeScore: 5, handlingScore: 5 },
    validityDecide: { validity: 'FOUNDED', reason: 'x' },
    visitCancel: { reason: 'x' },
    visitDone: { record: 'x' },
    visitPlan: { at: '2100-01-01T00:00:00Z', place: 'x', visitorIds: NOBODIES },
  };
  const childRow = async (type: NodeType, table: string, id: string) => {
    const { rows } = await company.db.pool.query<{ id: string }>(
      `SELECT "id" FROM "${table}" WHERE "complaintId" = $1 LIMIT 1`,
      [decodeIdOf('Complaint', id)],
    );
    return encodeId(type, rows[0]!.id);
  };
  const markedDemand = async (id: string) => {
    await company.db.pool.query(
      `INSERT INTO "demand_mark" ("id", "complaintId", "customerId", "state", "until", "markedAt")
       VALUES (gen_random_uuid(), $1, $2, 'REQUESTED', now() + interval '1 day', now())`,
      [decodeIdOf('Complaint', id), NOWHERE],
    );
    return childRow('DemandMark', 'demand_mark', id);
  };
  /** What belongs to a complaint of logistics, by the first word of the mutations that name it. */
  const CHILDREN: Record<string, (id: string, coordinator: Client) => Promise<string>> = {
    duty: async (id, coordinator) =>
      (await act(coordinator, 'dutyGive', { complaintId: id, departmentCode: 'service', what: '查' })).duty.id,
    handoff: async (id, coordinator) =>
      (await act(coordinator, 'handoffRequest', { complaintId: id, toDepartmentCode: 'service', reason: '查' })).handoff
        .id,
    escalation: async (id, coordinator) =>
      (await act(coordinator, 'complaintEscalate', { id, reason: '急' })).escalation.id,
    hold: async (id, coordinator) => {
      await act(coordinator, 'complaintMove', { id, toStage: 'CONFIRMED' });
      await act(coordinator, 'contactRecord', { id, channel: 'PHONE', direction: 'OUTBOUND', summary: '未接' });
      const until = new Date(company.time.now().getTime() + 3_600_000).toISOString();
      return (await act(coordinator, 'complaintHold', { id, reason: '等客户', until })).hold.id;
    },
    promise: async (id, coordinator) => {
      const dueAt = new Date(company.time.now().getTime() + 3_600_000).toISOString();
      return (await act(coordinator, 'promiseMake', { complaintId: id, what: '回电', dueAt })).promise.id;
    },
    visit: async (id, coordinator) => {
      await act(coordinator, 'complaintMove', { id, toStage: 'CONFIRMED' });
      const visitorIds = [company.members.driver, company.members.logistics].map(({ id: member }) =>
        encodeId('Member', member),
      );
      const at = new Date(company.time.now().getTime() + 3_600_000).toISOString();
      await act(coordinator, 'visitPlan', { complaintId: id, at, place: '客户家', visitorIds });
      return childRow('Visit', 'visit', id);
    },
    resolution: async (id, coordinator) => {
      await act(coordinator, 'complaintMove', { id, toStage: 'CONFIRMED' });
      await act(coordinator, 'resolutionPropose', { complaintId: id, kind: 'GIFT', what: '礼盒', amountMinor: 30_000 });
      return childRow('Resolution', 'resolution', id);
    },
    approval: async (id, coordinator) => {
      await CHILDREN.resolution!(id, coordinator);
      return childRow('Approval', 'approval', id);
    },
    finalAnswerDecide: async (id) => {
      await company.db.pool.query(
        `INSERT INTO "final_answer" ("id", "complaintId", "round", "state", "requestedAt", "reviewerId")
         VALUES (gen_random_uuid(), $1, 3, 'REQUESTED', now(), $2)`,
        [decodeIdOf('Complaint', id), NOWHERE],
      );
      return childRow('FinalAnswer', 'final_answer', id);
    },
    erasure: async (id) => {
      await company.db.pool.query(
        `INSERT INTO "erasure" ("id", "customerId", "complaintId", "state", "ground", "requestedAt", "lapsesAt")
         VALUES (gen_random_uuid(), $2, $1, 'REQUESTED', 'PURPOSE_OVER', now(), now())`,
        [decodeIdOf('Complaint', id), NOWHERE],
      );
      return childRow('Erasure', 'erasure', id);
    },
    regulatorAnswer: async (id, coordinator) => {
      await act(coordinator, 'regulatorCaseSet', { id, agency: 'CITY_12345', reference: '2026-1' });
      await act(coordinator, 'regulatorAnswerWrite', { complaintId: id, text: '已处理' });
      return childRow('RegulatorAnswer', 'regulator_answer', id);
    },
    reply: async (id, coordinator) => {
      await act(coordinator, 'replyDraft', { complaintId: id, text: '正在核实' });
      return childRow('Reply', 'reply_draft', id);
    },
    demandMarkDecide: (id) => markedDemand(id),
    demandUnmark: (id) => markedDemand(id),
    attachment: async (id) => encodeId('Attachment', await company.seed.attachment(decodeIdOf('Complaint', id)!)),
    meeting: async (_id, coordinator) => (await act(coordinator, 'meetingStart', { name: 'x' })).meeting.id,
    minutes: async (_id, coordinator) => (await act(coordinator, 'meetingStart', { name: 'x' })).meeting.id,
    ruling: async (id, coordinator) => {
      for (let n = 0; n < 2; n++) {
        const handoff = await CHILDREN.handoff!(id, coordinator);
        await act(coordinator, 'handoffDecline', { id: handoff, preset: 'NOT_OURS' });
      }
      return (await act(coordinator, 'complaintRule', { id, departmentCode: 'service', reason: '裁定' })).ruling.id;
    },
  };
  const OF_A_COMPLAINT = fields
    .filter(({ args }) => {
      const input = args[0] && getNamedType(args[0].type);
      return isInputObjectType(input) && 'complaintId' in input.getFields();
    })
    .map(({ name }) => name);
  /** The child that a mutation names; null: the complaint itself. */
  const childOf = (mutation: string) => {
    if (OF_A_COMPLAINT.includes(mutation)) return null;
    if (mutation === 'appealDecide') return 'ruling';
    return Object.keys(CHILDREN).find((child) => mutation.startsWith(child)) ?? null;
  };
  // Deliveries and channels are their member's own, and an export is of many: no complaint is named.
  const OTHERS = [
    'presenceUpdate',
    'deliveryRetry',
    // For coordinators, who see every series.
    'meetingSeriesArchive',
    'meetingSeriesPut',
    // ME22 says whose topics these are.
    'meetingTopicRemove',
    'meetingTopicRestore',
    'exportDecide',
    'notificationChannelPut',
    'notificationChannelRemove',
    'notificationChannelTest',
    'ownLanguageSet',
    // Views are their members', and name no complaint; SW3 says who finds them.
    'savedViewPut',
    'savedViewRemove',
    'savedViewRestore',
    'savedViewBeginWith',
  ];

  test.each(mutations.filter((name) => !OTHERS.includes(name)))(
    '[VIS3] %s answers the same for what is hidden and for what is not there',
    async (mutation) => {
      const { id } = await company.seed.complaint().routed('logistics').claimed();
      const child = childOf(mutation);
      const hidden = child === null ? id : await CHILDREN[child]!(id, await company.as('coordinator'));
      const absent = hidden.replace(/_.*/, '_01890000000070008000000000000000');
      const field = OF_A_COMPLAINT.includes(mutation) ? 'complaintId' : 'id';
      const stranger = await company.as('warehouse');
      const answers = await Promise.all(
        [hidden, absent].map((value) => act(stranger, mutation, { [field]: value, ...REST[mutation] })),
      );
      expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
      expect(answers[1]).toEqual(answers[0]);
    },
  );

  test('[VIS3] an administrator finds nothing, by any name', async () => {
    const external = { source: 'crm', id: 'S-1' };
    const { id, number } = await company.seed.complaint({ external }).routed('logistics');
    const query = `query ($id: ID!, $number: String!) { node(id: $id) { id } nodes(ids: [$id]) { id }
      byId: complaint(by: { id: $id }) { id } byNumber: complaint(by: { number: $number }) { id }
      byReference: complaint(by: { external: { source: "crm", id: "S-1" } }) { id } }`;
    const nothing = { node: null, nodes: [null], byId: null, byNumber: null, byReference: null };
    expect(await (await company.as('admin')).ok(query, { id, number })).toEqual(nothing);
    const found = { node: { id }, nodes: [{ id }], byId: { id }, byNumber: { id }, byReference: { id } };
    expect(await (await company.as('driver')).ok(query, { id, number })).toEqual(found);
  });
});
