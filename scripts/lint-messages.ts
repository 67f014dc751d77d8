/**
 * Holds the board's message catalogue and its code together. That a key which is written out exists is what the types of `t`
 * hold.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageFaults } from './message-faults.ts';
import type { Catalogue } from './message-faults.ts';
import { root } from './root.ts';
import { listFiles } from './stamp.ts';

const MESSAGES = 'apps/board/src/i18n/messages';

type Areas = Catalogue['areas'] extends ReadonlyMap<string, infer OfFile> ? OfFile : never;

const areas = new Map<string, Areas>();
for (const file of readdirSync(join(root, MESSAGES))) {
  const exported = (await import(pathToFileURL(join(root, MESSAGES, file)).href)) as Record<string, Areas[number]>;
  areas.set(`${MESSAGES}/${file}`, Object.values(exported));
}
const sources = new Map(
  listFiles(join(root, 'apps/board/src'))
    .map((path) => [relative(root, path), path] as const)
    .filter(([file]) => /\.tsx?$/.test(file) && !file.startsWith(MESSAGES))
    .map(([file, path]) => [file, readFileSync(path, 'utf8')]),
);
for (const fault of messageFaults({ areas, sources })) {
  console.error(fault);
  process.exitCode = 1;
}
