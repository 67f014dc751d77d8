/** Every refusal speaks the caller's language, and says what to do; codes are the same in both. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './act.ts';
import type { Told } from './act.ts';
import { startCompany } from './company.ts';
import type { Company, Person } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

type Attempt = readonly [person: Person, mutation: string, input: Record<string, unknown>];

/** An attempt that is refused with each type of error, as often as it is made. */
const REFUSALS: readonly (readonly [string, () => Promise<Attempt>])[] = [
  ['NotFoundError', async () => ['driver', 'complaintClaim', { id: 'cmp_00000000000000000000000000000000' }]],
  [
    'ForbiddenError',
    async () => ['driver', 'complaintClaim', { id: (await company.seed.complaint().routed('logistics')).id }],
  ],
  [
    'InvalidInputError',
    async () => ['agent', 'complaintRegister', { subject: ' ', description: ' ', channel: 'PHONE' }],
  ],
  ['StaleVersionError', async () => ['logistics', 'complaintClaim', { ...(await complaint()), expectedVersion: 999 }]],
  ['StageRequirementsError', async () => ['logistics', 'complaintMove', { ...(await complaint()), toStage: 'CLOSED' }]],
  [
    'AlreadyClaimedError',
    async () => [
      'logistics',
      'complaintClaim',
      { id: (await company.seed.complaint().routed('logistics').claimed()).id },
    ],
  ],
  [
    'HandoffPendingError',
    async () => [
      'logistics',
      'complaintClaim',
      { id: (await company.seed.complaint().routed('logistics').handedTo('warehouse')).id },
    ],
  ],
  [
    'HandoffAnsweredError',
    async () => {
      const { handoffId } = await company.seed.complaint().routed('logistics').handedTo('warehouse');
      await act(await company.as('warehouse'), 'handoffAccept', { id: handoffId });
      return ['warehouse', 'handoffAccept', { id: handoffId }];
    },
  ],
];

async function complaint(): Promise<{ id: string }> {
  return { id: (await company.seed.complaint().routed('logistics')).id };
}

/** All that the answer says in words. */
const words = ({ message, issues }: Told): string[] => [message, ...(issues ?? []).map((issue) => issue.message)];

test.each(REFUSALS)('[API2] %s in Chinese and in English', async (type, attempt) => {
  const [person, mutation, input] = await attempt();
  const client = await company.as(person);
  const inLanguage = (language: string) => act(client, mutation, input, { headers: { 'accept-language': language } });
  const [zh, en] = [await inLanguage('zh-CN,zh;q=0.9,en;q=0.8'), await inLanguage('en-GB,en;q=0.9')];
  expect([zh.__typename, en.__typename]).toEqual([type, type]);
  expect(en.code).toBe(zh.code);
  for (const sentence of words(zh)) expect(sentence).toMatch(/\p{Script=Han}.*[。]$/u);
  for (const sentence of words(en)) expect(sentence).toMatch(/^[^\p{Script=Han}]+\.$/u);
  // A placeholder that nobody filled in, or a value that was not there.
  for (const sentence of [...words(zh), ...words(en)]) expect(sentence).not.toMatch(/[{}]|undefined|null/);
});

test('[API2] without a preference it is Chinese, and names follow the language too', async () => {
  const client = await company.as('coordinator');
  const query = '{ departments { code name nameZh nameEn } }';
  interface Names {
    departments: { name: string; nameZh: string; nameEn: string }[];
  }
  const named = (headers: Record<string, string>) => client.ok<Names>(query, {}, { headers });
  for (const { name, nameZh } of (await named({})).departments) expect(name).toBe(nameZh);
  for (const { name, nameEn } of (await named({ 'accept-language': 'en' })).departments) expect(name).toBe(nameEn);
});
