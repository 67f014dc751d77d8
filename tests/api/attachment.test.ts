import { randomUUID } from 'node:crypto';
import { requireAttachments } from '@redress/domain/actions/attached';
import { loadCase } from '@redress/domain/actions/case';
import { streamHead } from '@redress/domain/events/read';
import { encodeId } from '@redress/schema/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const claimed = () => company.seed.complaint().routed('logistics').claimed();
const does = async (person: Person, mutation: string, input: object, options = {}) =>
  act(await company.as(person), mutation, input as Record<string, unknown>, options);
const announce = (person: Person, complaintId: string, file: object = {}) =>
  does(person, 'attachmentUploadCreate', { complaintId, name: '现场.jpg', bytes: 1_000, ...file });

interface Files {
  attachmentCount: number;
  attachments: { totalCount: number; nodes: { id: string; name: string; note: string | null; url: string }[] };
}
const filesOf = async (person: Person, id: string) => {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) {
    attachmentCount attachments { totalCount nodes { id name note url } } } }`;
  return (await (await company.as(person)).ok<{ complaint: Files }>(query, { id })).complaint;
};

describe('announcing a file', () => {
  test('[FL1] gives a link for a while and changes nothing; the same key gives the same link', async () => {
    const { id } = await claimed();
    const { head } = await streamHead(company.db);
    const key = { headers: { 'idempotency-key': randomUUID() } };
    const file = { complaintId: id, name: '现场.jpg', bytes: 1_000 };
    const first = await does('driver', 'attachmentUploadCreate', file, key);
    expect(first.upload.url).toMatch(/^\/files\/upload\/[\w-]{43}$/);
    expect(Date.parse(first.upload.expiresAt) - company.time.now().getTime()).toBe(15 * 60_000);
    expect((await does('driver', 'attachmentUploadCreate', file, key)).upload).toEqual(first.upload);
    expect((await does('driver', 'attachmentUploadCreate', file)).upload.url).not.toBe(first.upload.url);
    expect(await does('driver', 'attachmentUploadCreate', { ...file, bytes: 2 }, key)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await streamHead(company.db)).head).toBe(head);
    expect(await filesOf('driver', id)).toMatchObject({ attachmentCount: 0, attachments: { totalCount: 0 } });
  });

  test('[FL1] who reads only attaches nothing', async () => {
    const { id } = await claimed();
    expect(await announce('auditor', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await announce('supervisor', id)).__typename).toBe('AttachmentUploadCreatePayload');
  });

  test('[FL2] it says what is wrong before anything is sent', async () => {
    const { id } = await claimed();
    const issues = async (file: object) => (await announce('driver', id, file)).issues.map(({ path }) => path[0]);
    expect(await issues({ bytes: 0 })).toEqual(['bytes']);
    expect(await issues({ bytes: -1 })).toEqual(['bytes']);
    expect(await issues({ bytes: 25 * 1024 * 1024 + 1 })).toEqual(['bytes']);
    expect(await issues({ name: 'a.svg' })).toEqual(['name']);
    expect(await issues({ name: 'photo.jpg.exe' })).toEqual(['name']);
    expect((await announce('driver', id, { bytes: 25 * 1024 * 1024 })).upload.maxBytes).toBe(25 * 1024 * 1024);
  });

  test('[FL2] at most 200 files, those on their way included', async () => {
    const { id, uuid } = await claimed();
    await company.db.pool.query('UPDATE "complaint" SET "attachmentCount" = 199 WHERE "id" = $1', [uuid]);
    expect((await announce('driver', id)).__typename).toBe('AttachmentUploadCreatePayload');
    const { issues } = await announce('driver', id);
    expect(issues).toMatchObject([{ path: ['complaintId'], message: expect.stringContaining('200') }]);
  });
});

describe('files of a complaint', () => {
  test('[FL7] one that arrived is attached, counted and masked', async () => {
    const { id, uuid } = await claimed();
    const file = encodeId('Attachment', await company.seed.attachment(uuid, '通话13812345678.mp3'));
    expect(await filesOf('driver', id)).toMatchObject({
      attachmentCount: 1,
      attachments: { totalCount: 1, nodes: [{ id: file, name: '通话138****78.mp3' }] },
    });
    const [{ url }] = (await filesOf('driver', id)).attachments.nodes as [Files['attachments']['nodes'][number]];
    expect(url).toBe(`/files/${file}/file.jpg`);
  });

  test('[FL7] what refers to files takes those of its complaint that are there', async () => {
    const [mine, other] = [await claimed(), await claimed()];
    const [file, theirs] = [await company.seed.attachment(mine.uuid), await company.seed.attachment(other.uuid)];
    const opened = (await loadCase(company.db, mine.uuid))!;
    expect(await requireAttachments(company, opened, [file])).toMatchObject([{ id: file }]);
    await expect(requireAttachments(company, opened, [file, theirs])).rejects.toMatchObject({
      data: { code: 'INVALID_INPUT', issues: [{ path: ['attachmentIds'], key: 'unknownAttachment' }] },
    });
  });

  test('[FL9] who attached it removes it, the head, a coordinator; nobody else, and once', async () => {
    const { id, uuid } = await claimed();
    const driver = company.seed.as(company.members.driver);
    const attached = async () => encodeId('Attachment', await company.seed.attachment(uuid, '签收.jpg', driver));
    const remove = (person: Person, file: string) => does(person, 'attachmentRemove', { id: file, reason: '传错了' });
    const file = await attached();
    expect(await remove('supervisor', file)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await does('driver', 'attachmentRemove', { id: file, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await remove('driver', file)).toMatchObject({
      complaint: { id },
      attachment: { state: 'REMOVED', url: null, name: '签收.jpg' },
    });
    expect(await remove('driver', file)).toMatchObject({ code: 'INVALID_INPUT' });
    for (const person of ['logistics', 'coordinator'] as const) {
      expect((await remove(person, await attached())).__typename).toBe('AttachmentRemovePayload');
    }
    expect(await filesOf('driver', id)).toMatchObject({ attachmentCount: 0, attachments: { totalCount: 0 } });
  });
});
