import { readFileSync } from 'node:fs';
import { breakingChanges } from '@redress/schema/contract/breaking-changes';
import { undescribed } from '@redress/schema/contract/descriptions';
import { schema } from '@redress/schema/schema';
import { isViewerDependent } from '@redress/schema/viewer-dependent';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';

test('[API6] the committed contract is what the code says', () => {
  const file = readFileSync(new URL('../../packages/schema/schema.graphql', import.meta.url), 'utf8');
  expect(file, 'write it anew: pnpm contract:write').toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('[API6] every element of the contract has a description, and one without is found', () => {
  expect(undescribed(schema)).toEqual([]);
  const bare = buildSchema(
    '"Q" type Query { "f" f("a" a: Int, b: Int): E } "E" enum E { "A" A B } "I" input I { x: Int }',
  );
  expect(undescribed(bare)).toEqual(['Query.f(b)', 'E.B', 'I.x']);
});

test('[API6] a break is found, unless what went was deprecated', () => {
  const before = buildSchema(
    'type Query { a: Int b: Int @deprecated(reason: "until 2026-01-01") e: E } enum E { X Y @deprecated }',
  );
  const after = buildSchema('type Query { a: Int! e: E } enum E { X }');
  expect(breakingChanges(before, after)).toEqual([]);
  expect(breakingChanges(before, buildSchema('type Query { a: String b: Int e: E } enum E { Y }'))).toHaveLength(2);
});

test('[API7] a document knows whether its answer depends on who asks', () => {
  const depends = (selection: string) =>
    isViewerDependent(schema, parse(`subscription { boardEvents { ${selection} } }`));
  expect(depends('cursor ... on ComplaintEvent { complaint { id stageOptions { allowed } } }')).toBe(false);
  expect(depends('... on ComplaintEvent { complaint { viewerCan { claim } } }')).toBe(true);
  expect(
    isViewerDependent(
      schema,
      parse('query { board { ...B } } fragment B on Board { columns { complaints { nodes { mine } } } }'),
    ),
  ).toBe(true);
});
