/** `pnpm bench [NAME …]`: runs benches one after the other. Each starts what it measures, interleaves it with its limit
 * or peer, and prints medians with ratios: absolutes move from machine to machine, ratios count. */
import { readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const known = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n# ${name}`);
  const { bench } = (await import(new URL(`${name}.bench.ts`, here).href)) as { bench: () => Promise<void> };
  await bench();
}
