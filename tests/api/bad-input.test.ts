/**
 * Whatever a caller sends is answered by the contract: a typed error, or a top-level error that says what is wrong. A
 * masked error is a bug.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GraphQLEnumType, GraphQLInputObjectType, buildSchema, getNamedType } from 'graphql';
import type { GraphQLInputField } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../testkit/client.ts';
import { act, tryTo } from './act.ts';
import { startCompany } from './company.ts';
import type { Company } from './company.ts';

let company: Company;
let valid: Record<string, string>;
beforeAll(async () => {
  company = await startCompany();
  const { id, handoffId } = await company.seed.complaint().routed('logistics').claimed().handedTo('warehouse');
  const duty = { complaintId: id, departmentCode: 'warehouse', what: '查库存' };
  const given = await act(await company.as('coordinator'), 'dutyGive', duty);
  valid = { Complaint: id, Handoff: handoffId!, Duty: given.duty.id };
});
afterAll(() => company.stop());

const sdl = readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8');
const contract = buildSchema(sdl);

const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '😀'.repeat(300),
  '\u202e倒序\u202c',
  '%_\\',
  "'; DROP TABLE complaint; --",
  '${jndi:ldap://x}',
  '長'.repeat(30_000),
  'C-0000-000000',
  '{"$ne":null}',
  '<script>alert(1)</script>',
];
const NASTY_IDS = [
  ...NASTY_TEXTS,
  'cmp_',
  'cmp_00000000000000000000000000000000',
  'cmp_0000000000000000000000000000000g',
  'CMP_00000000000000000000000000000000',
  'mbr_00000000000000000000000000000000',
  'xyz_00000000000000000000000000000000',
  '00000000-0000-0000-0000-000000000000',
  '1',
  1,
];
const NASTY_NUMBERS = [-1, 0, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, '1'];
const NASTY_MOMENTS = [
  '',
  'yesterday',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-01-01',
  0,
];

function nasty(type: string): readonly unknown[] {
  switch (type) {
    case 'ID':
      return NASTY_IDS;
    case 'String':
      return NASTY_TEXTS;
    case 'Int':
      return NASTY_NUMBERS;
    case 'DateTime':
      return NASTY_MOMENTS;
    case 'Boolean':
      return ['true', 1];
    default:
      return ['', 'NOTHING', 0];
  }
}

/** A value that is right for the field, so that a wrong one beside it is what the answer is about. */
function right(mutation: string, field: GraphQLInputField): unknown {
  const named = getNamedType(field.type);
  if (named instanceof GraphQLEnumType) return named.getValues()[0]!.name;
  if (named instanceof GraphQLInputObjectType) return rightInput(mutation, named);
  switch (named.name) {
    case 'ID':
      return field.name === 'complaintId' ? valid['Complaint'] : valid[subjectOf(mutation)];
    case 'Int':
    case 'Boolean':
    case 'DateTime':
      return null;
    default:
      return field.name.endsWith('Code') ? 'logistics' : 'text';
  }
}

/** What the `id` of a mutation's input is of. */
function subjectOf(mutation: string): string {
  if (mutation.startsWith('handoff')) return 'Handoff';
  return mutation.startsWith('duty') ? 'Duty' : 'Complaint';
}

function rightInput(mutation: string, input: GraphQLInputObjectType): Record<string, unknown> {
  const fields = Object.values(input.getFields()).filter((field) => String(field.type).endsWith('!'));
  return Object.fromEntries(fields.map((field) => [field.name, right(mutation, field)]));
}

/** Every input of the mutation in which one field is wrong. */
function wrongInputs(mutation: string): Record<string, unknown>[] {
  const argument = contract.getMutationType()!.getFields()[mutation]!.args[0];
  const input = argument && getNamedType(argument.type);
  if (!(input instanceof GraphQLInputObjectType)) return [];
  const base = rightInput(mutation, input);
  return Object.values(input.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (!(named instanceof GraphQLInputObjectType))
      return nasty(named.name).map((value) => ({ ...base, [field.name]: value }));
    const inner = rightInput(mutation, named);
    return Object.values(named.getFields()).flatMap((part) =>
      nasty(getNamedType(part.type).name).map((value) => ({ ...base, [field.name]: { ...inner, [part.name]: value } })),
    );
  });
}

/** Whether something went wrong on our side. */
const isFault = ({ status, errors }: Answer<unknown>) =>
  status >= 500 || errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR');

const AT_ONCE = 15;

/** Those of the values whose question went wrong on our side. */
async function culpritsAmong<T>(values: readonly T[], ask: (value: T) => Promise<Answer<unknown>>): Promise<string[]> {
  const culprits: string[] = [];
  for (let i = 0; i < values.length; i += AT_ONCE) {
    const asked = values.slice(i, i + AT_ONCE);
    const answers = await Promise.all(asked.map(ask));
    culprits.push(...asked.filter((_, n) => isFault(answers[n]!)).map((value) => JSON.stringify(value).slice(0, 200)));
    // What anybody may ask is limited by address, and all of these come from one.
    await company.db.pool.query('DELETE FROM "throttle"');
  }
  return culprits;
}

describe('mutations', () => {
  const OPEN = ['complaintSubmit', 'signIn'];
  const mutations = Object.keys(contract.getMutationType()!.getFields()).filter((name) => !name.startsWith('signOut'));

  test.each(mutations)('[API11] %s answers every wrong input by the contract', async (mutation) => {
    const client = OPEN.includes(mutation) ? company.client() : await company.as('coordinator');
    const inputs = wrongInputs(mutation);
    expect(inputs).not.toEqual([]);
    expect(await culpritsAmong(inputs, (input) => tryTo(client, mutation, input))).toEqual([]);
  });

  test('[API11] what no text can hold is left out of it; a text of nothing else is empty', async () => {
    const client = await company.as('coordinator');
    const input = { subject: 'a\u0000b\ud800', description: '好😀\udc00', channel: 'PHONE' };
    expect((await act(client, 'complaintRegister', input)).complaint.subject).toBe('ab');
    const empty = { ...input, subject: ' \u0000 ' };
    expect(await act(client, 'complaintRegister', empty)).toMatchObject({ issues: [{ path: ['subject'] }] });
  });
});

describe('queries', () => {
  /** A question with one variable, and the values that are tried for it. */
  const QUESTIONS: readonly (readonly [string, readonly unknown[]])[] = [
    ['query ($v: ID!) { node(id: $v) { id } }', NASTY_IDS],
    ['query ($v: [ID!]!) { nodes(ids: $v) { id } }', [NASTY_IDS, [], Array.from({ length: 101 }, () => 'x')]],
    ['query ($v: ID) { complaint(by: { id: $v }) { id } }', NASTY_IDS],
    ['query ($v: String) { complaint(by: { number: $v }) { id } }', NASTY_TEXTS],
    ['query ($v: String!) { complaint(by: { external: { source: $v, id: $v } }) { id } }', NASTY_TEXTS],
    ['query ($v: String!) { tracking(code: $v) { number } }', NASTY_TEXTS.slice(0, 10)],
    ['query ($v: Int) { complaints(first: $v) { totalCount nodes { id } } }', NASTY_NUMBERS],
    ['query ($v: Int) { complaints(last: $v) { totalCount nodes { id } } }', NASTY_NUMBERS],
    ['query ($v: Int) { complaints(first: 1, last: $v) { totalCount nodes { id } } }', NASTY_NUMBERS],
    ['query ($v: String) { complaints(after: $v) { nodes { id } } }', cursors('complaints:RECEIVED_AT:DESC')],
    ['query ($v: String) { complaints(before: $v, last: 5) { nodes { id } } }', cursors('complaints:RECEIVED_AT:DESC')],
    [
      'query ($v: String) { complaints(orderBy: { field: NUMBER }, after: $v) { nodes { id } } }',
      cursors('complaints:NUMBER:DESC'),
    ],
    ['query ($v: Int) { board { columns { complaints(first: $v) { nodes { id } } } } }', NASTY_NUMBERS],
    ['query ($v: String) { board { columns { complaints(after: $v) { nodes { id } } } } }', cursors('board')],
    ...['text', 'assigneeId', 'departmentCodes', 'categoryCodes', 'stages', 'receivedFrom', 'receivedBefore'].map(
      (field) =>
        ['query ($v: ComplaintFilter) { complaints(filter: $v) { totalCount nodes { id } } }', filters(field)] as const,
    ),
    ['query ($v: ComplaintFilter) { board(filter: $v) { columns { totalCount } } }', filters('text')],
    ...Object.entries({
      timeline: 'timeline',
      handoffs: 'handoff',
      duties: 'duty',
      contacts: 'contact',
      deadlines: 'deadline',
    }).flatMap(([field, list]) => [
      [
        `query ($v: Int) { complaints(first: 1) { nodes { ${field}(first: $v) { edges { cursor } } } } }`,
        NASTY_NUMBERS,
      ] as const,
      [
        `query ($v: String) { complaints(first: 1) { nodes { ${field}(after: $v) { edges { cursor } } } } }`,
        cursors(list),
      ] as const,
    ]),
  ];

  function filters(field: string): Record<string, unknown>[] {
    const values = field === 'assigneeId' ? NASTY_IDS : field.startsWith('received') ? NASTY_MOMENTS : NASTY_TEXTS;
    return values.flatMap((value) => [{ [field]: value }, { [field]: [value] }]);
  }

  /** Cursors of a list, damaged in every way one can think of, and one of another list. */
  function cursors(list: string): unknown[] {
    const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const id = '00000000-0000-0000-0000-000000000000';
    const keys = [
      '',
      '\u0000',
      'x',
      '2026-01-01T00:00:00.000Z',
      '2026-99-99T99:99:99.999Z',
      '9999999999999999',
      '-1',
      'infinity',
    ];
    return [
      ...NASTY_TEXTS,
      ...[null, {}, [], [list, 1, 2], ['another', 'x', id]].map(encode),
      ...keys.flatMap((key) =>
        [
          [list, key],
          [list, key, key],
          [list, key, id],
        ].map(encode),
      ),
    ];
  }

  test.each(QUESTIONS)('[API11] %s', async (query, values) => {
    const client = await company.as('coordinator');
    expect(await culpritsAmong(values, (v) => client.ask(query, { v }))).toEqual([]);
  });

  test('[API11] sizes out of bounds are refused in words, never cut', async () => {
    const client = await company.as('coordinator');
    const codeOf = async (query: string) => (await client.ask(query)).errors[0]?.extensions?.['code'];
    for (const query of [
      '{ complaints(first: -1) { nodes { id } } }',
      '{ complaints(first: 101) { nodes { id } } }',
      '{ complaints(last: 101) { nodes { id } } }',
      '{ complaints(first: 1, last: 1) { nodes { id } } }',
      '{ complaints(after: "x") { nodes { id } } }',
      '{ board { columns { complaints(first: 501) { nodes { id } } } } }',
      '{ board { columns { complaints(first: -1) { nodes { id } } } } }',
    ]) {
      expect([query, await codeOf(query)]).toEqual([query, 'BAD_USER_INPUT']);
    }
  });
});
