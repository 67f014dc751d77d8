import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from './root.ts';
import { listFiles } from './stamp.ts';

/**
 * Holds the directions in which parts of the product may know each other, and a few habits that no linter knows:
 * rules ← actions → prisma; schema → domain, prisma; api → everything on the server; board → the rules and the contract.
 */
interface Part {
  /** Folder relative to the root. The first part that a file lies in is its part. */
  readonly folder: string;
  /** Which workspace imports it may have. */
  readonly workspace: RegExp;
  /** Which other packages it may have; all when left out. */
  readonly packages?: RegExp;
  readonly mend: string;
}

const NOTHING = /$^/;

const PARTS: readonly Part[] = [
  {
    folder: 'packages/domain/src/rules',
    workspace: NOTHING,
    packages:
      /^(zod|fractional-indexing|uuidv7|temporal-polyfill|chinese-days|date-holidays|ical\.js|rrule-temporal)(\/|$)/,
    mend: 'Rules are pure and run in the browser too: pass in what they need, and call them from an action.',
  },
  {
    folder: 'packages/domain/src',
    workspace: /^@redress\/prisma\//,
    mend: 'The domain knows the database and nothing above it: move the part that needs more to schema or api.',
  },
  {
    folder: 'prisma',
    workspace: NOTHING,
    mend: 'The database knows nobody: move what needs the domain to the domain.',
  },
  {
    folder: 'packages/schema',
    workspace: /^@redress\/(domain|prisma)\//,
    mend: 'The contract knows the domain and, for reads, the database: what it needs of the server comes in its context.',
  },
  {
    folder: 'apps/api',
    workspace: /^@redress\/(domain|prisma|schema)\//,
    mend: 'The server knows everything but the board, which it only serves as files.',
  },
  {
    folder: 'apps/board/src',
    workspace: /^@redress\/(domain\/rules\/|schema\/schema\.graphql$)/,
    packages: /^(?!node:)/,
    mend: 'The board knows the rules and the contract: anything else comes through the API.',
  },
];

/** Static imports and re-exports begin a line, as the formatter leaves them; dynamic ones may stand anywhere. */
const IMPORT = /^(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

const complaints: string[] = [];

for (const folder of ['apps', 'packages', 'prisma']) {
  for (const file of listFiles(join(root, folder))) {
    if (/\.[cm]?tsx?$/.test(file)) inspect(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'));
  }
}

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) {
  console.error(`\n${complaints.length} to mend; then: pnpm lint`);
  process.exitCode = 1;
}

function inspect(file: string, text: string): void {
  const part = PARTS.find(({ folder }) => file.startsWith(`${folder}/`));
  if (part) for (const match of text.matchAll(IMPORT)) inspectImport(part, file, text, match);
  if (!/(^|\/)env\.ts$|\/scripts\//.test(file)) {
    for (const { index } of text.matchAll(/^(?!\s*(?:\*|\/[/*])).*\bprocess\.env\b/gm)) {
      complain(
        file,
        text,
        index,
        'reads the environment. Only an env.ts does: parse the variable there and pass the value in.',
      );
    }
  }
  if (/\/src\/.*\bindex\.tsx?$/.test(file))
    complain(file, text, 0, 'is a barrel. Name the file after what is inside, and import that file.');
  else if (isBarrel(text)) complain(file, text, 0, 'only passes on what other files export. Import those files.');
}

function inspectImport(part: Part, file: string, text: string, match: RegExpMatchArray): void {
  const target = match[1] ?? match[2] ?? match[3] ?? '';
  if (isAllowed(part, file, target)) return;
  complain(file, text, match.index ?? 0, `may not import ${target}. ${part.mend}`);
}

function isAllowed(part: Part, file: string, target: string): boolean {
  if (target.startsWith('.')) return `${relativeTo(file, target)}/`.startsWith(`${part.folder}/`);
  if (target.startsWith('@redress/')) return part.workspace.test(target);
  return part.packages?.test(target) ?? true;
}

function relativeTo(file: string, target: string): string {
  return relative(root, resolve(root, dirname(file), target))
    .split(sep)
    .join('/');
}

/** Whether a file has statements, and all of them are re-exports. A front for generated code is none: that has no owner. */
function isBarrel(text: string): boolean {
  const code = text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .trim();
  return (
    code !== '' &&
    code.replace(
      /^export\b(?:\s+type)?\s*(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*'(?!\.\/generated\/)[^']+';?\s*/gm,
      '',
    ) === ''
  );
}

function complain(file: string, text: string, index: number, what: string): void {
  const line = text.slice(0, index).split('\n').length;
  complaints.push(`${file}:${line} ${what}\n    ${text.split('\n')[line - 1]?.trim() ?? ''}`);
}
