import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { packageRoot } from './package-root.ts';

/** What is used of WebAssembly, whose types come with the browser's library only. */
interface WasmApi {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

interface EngineModule {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: object): void;
}

let loaded: Promise<SchemaEngine> | undefined;

/**
 * The SQL that takes a database from one Prisma schema to another, computed without a database by Prisma's own schema
 * engine in its WASM build.
 *
 * @param from text of the schema to start from; null for an empty database.
 * @returns the statements, or an empty string when nothing differs. A rename comes out as a drop and an add.
 */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  loaded ??= loadEngine();
  const engine = await loaded;
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: 'empty' } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

/** The package's entry imports its .wasm as a module, which Node 20 does only behind a flag: it is put together by hand. */
async function loadEngine(): Promise<SchemaEngine> {
  const glue = createRequire(join(packageRoot(), 'package.json')).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const engineModule = (await import(pathToFileURL(glue).href)) as EngineModule;
  const wasm = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
  const bytes = await readFile(join(dirname(glue), 'schema_engine_bg.wasm'));
  const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const adapter = { ...noDatabase, connect: answer(noDatabase), connectToShadowDb: answer(noDatabase) };
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

function answer<T>(value: T): () => Promise<{ ok: true; value: T }> {
  return async () => ({ ok: true, value });
}

/**
 * The engine insists on asking a database for its schema and version before it compares two texts. This one knows just
 * that: the columns' types are boolean, text and 32-bit integer in the numbering of driver-adapter-utils.
 */
const noDatabase = {
  provider: 'postgres',
  adapterName: 'no-database',
  queryRaw: answer({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [5, 7, 0],
    rows: [[true, 'PostgreSQL 18.4', 180004]],
  }),
  executeRaw: answer(0),
  executeScript: answer(undefined),
  dispose: answer(undefined),
  getConnectionInfo: () => ({ ok: true, value: { schemaName: 'public', supportsRelationJoins: true } }),
};
