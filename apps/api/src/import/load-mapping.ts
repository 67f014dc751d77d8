/** Finds and reads a mapping file: one that ships with Redress by its name, else any by its path. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImportError } from './import-error.ts';
import { mappingShape } from './mapping.ts';
import type { Mapping } from './mapping.ts';

/**
 * @param nameOrPath `cfpb`, or the path of a JSON file.
 * @throws ImportError that says what is wrong with the name or, field by field, with the file.
 */
export async function loadMapping(nameOrPath: string): Promise<Mapping> {
  const shipped = join(shippedFolder(), `${nameOrPath}.json`);
  const path = /^[\w-]+$/.test(nameOrPath) && existsSync(shipped) ? shipped : nameOrPath;
  const json = await readFile(path, 'utf8').catch(() => {
    throw new ImportError(
      `There is no mapping "${nameOrPath}". Redress ships with: ${shippedNames().join(', ')}; else give the path of a mapping file.`,
    );
  });
  const parsed = mappingShape.safeParse(parseJson(path, json));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `  ${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
    );
    throw new ImportError(`The mapping ${path} can't be used (docs/import.md):\n${faults.join('\n')}`);
  }
  return parsed.data;
}

/** The names of the mappings that ship with Redress. */
export function shippedNames(): string[] {
  return readdirSync(shippedFolder())
    .filter((file) => file.endsWith('.json'))
    .map((file) => parse(file).name);
}

function parseJson(path: string, json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(`The mapping ${path} is no JSON: ${(error as Error).message}`);
  }
}

/** Searched upwards instead of counted in `..`: the same code also runs from the bundle, at another depth. */
function shippedFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'mappings');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error('The folder mappings/ was not found above this code.');
  }
}
