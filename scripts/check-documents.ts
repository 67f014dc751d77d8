/**
 * Holds every GraphQL document that the product, its tests and its guides are written in to the committed contract: a wrong
 * argument or variable passes the types, and is refused when it is asked.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildSchema, extendSchema, parse } from 'graphql';
import { documentFaults } from './document-faults.ts';
import { root } from './root.ts';
import { listFiles } from './stamp.ts';

const PLACES = ['apps', 'docs', 'packages', 'tests', 'README.md'];

const contract = buildSchema(readFileSync(join(root, 'packages/schema/schema.graphql'), 'utf8'));
// gql.tada reads its directive and takes it away before anything is sent.
const schema = extendSchema(contract, parse('directive @_unmask on FRAGMENT_DEFINITION'));
const sources = new Map(
  PLACES.flatMap((place) => listFiles(join(root, place)))
    .filter((path) => /\.(?:md|mjs|tsx?)$/.test(path))
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);
for (const fault of documentFaults(schema, sources)) {
  console.error(fault);
  process.exitCode = 1;
}
