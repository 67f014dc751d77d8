/**
 * Derives what the board needs from the committed contract: the types gql.tada reads and, for the cache, which types an
 * interface or a union may be and which types have no id of their own. Writes nothing when nothing changed, so that watchers stay calm.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema, isAbstractType, isObjectType } from 'graphql';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function writeIfChanged(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (readFileSync(path, 'utf8') === content) return;
  } catch {
    // Not there yet.
  }
  writeFileSync(path, content);
}

const schema = buildSchema(readFileSync(at('../../../packages/schema/schema.graphql'), 'utf8'));

const introspection = minifyIntrospection({ name: undefined, ...introspectionFromSchema(schema) });
writeIfChanged(
  at('../src/graphql-env.d.ts'),
  outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
);

const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((possible) => possible.name)
        .sort(),
    ]),
);
writeIfChanged(at('../src/generated/possible-types.json'), `${JSON.stringify(possibleTypes)}\n`);

const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
const embeddedTypes = Object.values(schema.getTypeMap())
  .filter(
    (type) => isObjectType(type) && !roots.has(type) && !type.name.startsWith('__') && !('id' in type.getFields()),
  )
  .map((type) => type.name);
writeIfChanged(at('../src/generated/embedded-types.json'), `${JSON.stringify(embeddedTypes)}\n`);
