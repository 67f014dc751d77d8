/**
 * Prints the contract to schema.graphql. With `--check` nothing is written: it fails when an element lacks its
 * description, when the file and the code differ, or when a change breaks clients of the committed file.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { breakingChanges } from './contract/breaking-changes.ts';
import { undescribed } from './contract/descriptions.ts';
import { schema } from './schema.ts';

const FILE = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const MEND = 'pnpm contract:write';

const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
const problems = undescribed(schema).map(
  (element) => `${element} has no description: give it one where it is defined.`,
);

if (process.argv.includes('--check')) {
  if (read(FILE) !== printed) {
    problems.push(`packages/schema/schema.graphql is not what the code says. Write it anew: ${MEND}`);
  }
  problems.push(...sinceCommitted());
} else {
  writeFileSync(FILE, printed);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** What in the code would break a client of the contract as it was last committed. */
function sinceCommitted(): string[] {
  const committed = committedFile();
  if (committed === null) return [];
  return breakingChanges(buildSchema(committed), schema).map(
    (change) => `${change} Deprecate it first, with a date, and remove it after that.`,
  );
}

/** Null where there is no git, or nothing was committed yet. */
function committedFile(): string | null {
  try {
    const options = { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['show', 'HEAD:./schema.graphql'], options);
  } catch {
    return null;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
