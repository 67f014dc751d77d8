/**
 * Holds docs/SPEC.md, the tests and the code together: every rule has a test whose name begins with its id, and every id
 * that a test or a comment names is a rule.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const rules = new Set<string>();
for (const [, id] of readFileSync(join(root, 'docs/SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]{2,5}\d+)\*\*/gm)) {
  if (rules.has(id!)) fault(`docs/SPEC.md says ${id} twice; give one of them another number.`);
  rules.add(id!);
}

const tested = new Map<string, string>();
const tests = join(root, 'tests');
for (const file of readdirSync(tests, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.test.ts') || file.includes('node_modules')) continue;
  const text = readFileSync(join(tests, file), 'utf8');
  for (const [, id] of text.matchAll(/\[([A-Z]{2,5}\d+)\]/g)) tested.set(id!, file);
}

for (const [id, file] of tested) {
  if (!rules.has(id))
    fault(`tests/${file} names ${id}, which docs/SPEC.md does not say; add the rule or mend the name.`);
}
for (const id of rules) {
  if (!tested.has(id)) fault(`docs/SPEC.md says ${id}, which no test holds; begin a test's name with [${id}].`);
}

const IDS = /SPEC\.md,? ([A-Z]{2,5}\d+(?:(?:–|, )[A-Z]{2,5}\d+)*)/g;
for (const folder of ['apps/api/src', 'apps/board/src', 'packages/domain/src', 'packages/schema/src', 'prisma/src']) {
  for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.includes('generated')) continue;
    const text = readFileSync(join(root, folder, file), 'utf8');
    for (const id of [...text.matchAll(IDS)].flatMap(([, ids]) => ids!.split(/–|, /))) {
      if (!rules.has(id)) fault(`${folder}/${file} names ${id}, which docs/SPEC.md does not say; mend the comment.`);
    }
  }
}

function fault(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
