/** What refers to files of a complaint: proofs, evidence, signed records, contacts. */
import { decodeIdOf, encodeId } from '@redress/schema/ids';
import { streamHead } from '@redress/domain/events/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

const HOUR = 3_600_000;

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const does = async (person: Person, mutation: string, input: Record<string, unknown>) =>
  act(await company.as(person), mutation, input);
const working = () => company.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
const fileOf = async (complaintId: string, name = '现场.jpg') =>
  encodeId('Attachment', await company.seed.attachment(decodeIdOf('Complaint', complaintId)!, name));

const FILE = '{ id state name url }';
const CASE = `query ($id: ID!) { complaint(by: { id: $id }) {
  resolutions { nodes { id state proofNote proofs ${FILE} } } investigation { evidence ${FILE} }
  visits { nodes { id state recordFile ${FILE} } } contacts { nodes { summary attachments ${FILE} } } } }`;
interface File {
  id: string;
  state: string;
  name: string | null;
  url: string | null;
}
interface Case {
  resolutions: { nodes: { id: string; state: string; proofNote: string | null; proofs: File[] }[] };
  investigation: { evidence: File[] } | null;
  visits: { nodes: { id: string; state: string; recordFile: File | null }[] };
  contacts: { nodes: { summary: string; attachments: File[] }[] };
}
const caseOf = async (id: string) =>
  (await (await company.as('driver')).ok<{ complaint: Case }>(CASE, { id })).complaint;

/** A resolution that waits for being carried out. */
const offered = async (complaintId: string) => {
  const proposed = { complaintId, kind: 'APOLOGY', what: '上门致歉' };
  expect((await does('driver', 'resolutionPropose', proposed)).__typename).toBe('ResolutionProposePayload');
  const { id } = (await caseOf(complaintId)).resolutions.nodes[0]!;
  expect((await does('driver', 'resolutionOffer', { ids: [id] })).__typename).toBe('ResolutionOfferPayload');
  return id;
};
const visited = async (complaintId: string) => {
  const { driver, logistics } = company.members;
  const visitorIds = [driver, logistics].map(({ id }) => encodeId('Member', id));
  const at = new Date(company.time.now().getTime() + HOUR).toISOString();
  const told = await does('driver', 'visitPlan', { complaintId, at, place: '客户家', visitorIds });
  expect(told.__typename).toBe('VisitPlanPayload');
  company.time.advance(2 * HOUR);
  return (await caseOf(complaintId)).visits.nodes[0]!.id;
};

describe('files that something refers to', () => {
  test('[FL13] [RS15] a resolution is proved by words, by files or by both, and by nothing it is not', async () => {
    const { id } = await working();
    const [receipt, photo] = [await fileOf(id, '收据.jpg'), await fileOf(id, '签收.jpg')];
    const resolution = await offered(id);
    expect((await does('driver', 'resolutionCarryOut', { id: resolution, proofIds: [] })).issues).toMatchObject([
      { path: ['proofNote'] },
    ]);
    const proofIds = [photo, receipt, photo];
    const told = await does('driver', 'resolutionCarryOut', { id: resolution, proofIds });
    expect(told.__typename).toBe('ResolutionCarryOutPayload');
    expect((await caseOf(id)).resolutions.nodes).toMatchObject([
      { state: 'CARRIED_OUT', proofNote: null, proofs: [{ id: photo, name: '签收.jpg' }, { id: receipt }] },
    ]);
  });

  test('[FL13] [IV3] a decision has evidence; a later one its own', async () => {
    const { id } = await working();
    const [first, second] = [await fileOf(id), await fileOf(id)];
    const decide = (input: object) =>
      does('driver', 'validityDecide', { complaintId: id, validity: 'FOUNDED', reason: '属实', ...input });
    await decide({ evidenceIds: [first, second] });
    expect((await caseOf(id)).investigation?.evidence).toMatchObject([{ id: first }, { id: second }]);
    await decide({ evidenceIds: [second] });
    expect((await caseOf(id)).investigation?.evidence).toMatchObject([{ id: second, state: 'READY' }]);
    await decide({});
    expect((await caseOf(id)).investigation?.evidence).toEqual([]);
  });

  test('[FL13] [VT3] a visit has its signed record, which stays named when it is removed', async () => {
    const { id } = await working();
    const record = await fileOf(id, '上门记录.jpg');
    const visit = await visited(id);
    const told = await does('driver', 'visitDone', { id: visit, record: '客户签字确认', recordFileId: record });
    expect(told.__typename).toBe('VisitDonePayload');
    expect((await caseOf(id)).visits.nodes).toMatchObject([{ state: 'DONE', recordFile: { id: record } }]);
    await does('logistics', 'attachmentRemove', { id: record, reason: '传错了' });
    expect((await caseOf(id)).visits.nodes[0]?.recordFile).toMatchObject({ id: record, state: 'REMOVED', url: null });
  });

  test('[FL13] [CO1] a contact has what came or went with it', async () => {
    const { id } = await working();
    const photo = await fileOf(id, '客户照片.jpg');
    const said = { id, channel: 'EMAIL', direction: 'INBOUND', summary: '客户补发照片', attachmentIds: [photo] };
    expect((await does('driver', 'contactRecord', said)).__typename).toBe('ContactRecordPayload');
    expect((await caseOf(id)).contacts.nodes).toMatchObject([
      { summary: '客户补发照片', attachments: [{ id: photo, name: '客户照片.jpg' }] },
      { attachments: [] },
    ]);
  });

  test('[FL13] what is no file of the complaint is refused at its field, and nothing is changed', async () => {
    const [{ id }, { id: other }] = [await working(), await working()];
    const [theirs, gone] = [await fileOf(other), await fileOf(id)];
    const resolution = await offered(id);
    const visit = await visited(id);
    await does('logistics', 'attachmentRemove', { id: gone, reason: '传错了' });
    const { head } = await streamHead(company.db);
    const many = Array.from({ length: 21 }, () => gone);
    const refused = async (mutation: string, input: Record<string, unknown>, path: string[]) =>
      expect((await does('driver', mutation, input)).issues).toMatchObject([{ path }]);
    for (const file of [theirs, gone, encodeId('Attachment', '019ac000-0000-7000-8000-000000000000')]) {
      await refused('resolutionCarryOut', { id: resolution, proofNote: '单号', proofIds: [file] }, ['proofIds']);
      const decided = { complaintId: id, validity: 'FOUNDED', reason: '属实', evidenceIds: [file] };
      await refused('validityDecide', decided, ['evidenceIds']);
      await refused('visitDone', { id: visit, record: '签字', recordFileId: file }, ['recordFileId']);
      const said = { id, channel: 'PHONE', summary: '通话', attachmentIds: [file] };
      await refused('contactRecord', said, ['attachmentIds']);
    }
    await refused('resolutionCarryOut', { id: resolution, proofIds: many }, ['proofIds']);
    await refused('resolutionCarryOut', { id: resolution, proofIds: [id] }, ['proofIds', '0']);
    await refused('visitDone', { id: visit, record: '签字', recordFileId: 'x' }, ['recordFileId']);
    expect((await streamHead(company.db)).head).toBe(head);
  });
});
