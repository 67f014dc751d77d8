import { loadPart } from '@redress/board/app/load-part';
import type { PartsWorld, ServerWord } from '@redress/board/app/load-part';
import { expect, test } from 'vitest';

/** A browser whose server says one word after the other, the last one for ever. */
function browser(...words: ServerWord[]) {
  const happened: string[] = [];
  const world: PartsWorld = {
    mendStyles: async () => void happened.push('styles'),
    askServer: async () => (words.length > 1 ? words.shift()! : words[0]!),
    pause: async () => void happened.push('pause'),
    tell: (word) => void happened.push(word),
  };
  return { world, happened };
}

/** A part that fails so many times. */
function part(failures: number): () => Promise<string> {
  let left = failures;
  return async () => {
    left -= 1;
    if (left >= 0) throw new TypeError('Failed to fetch dynamically imported module');
    return 'the part';
  };
}

test('[UI28] a part that comes at once is asked for once', async () => {
  const { world, happened } = browser('same');
  await expect(loadPart(part(0), world)).resolves.toBe('the part');
  expect(happened).toEqual([]);
});

test('[UI28] a blip is nothing to speak of, and the styles come again with the part', async () => {
  const { world, happened } = browser('same');
  await expect(loadPart(part(1), world)).resolves.toBe('the part');
  expect(happened).toEqual(['pause', 'styles', 'coming']);
});

test('[UI28] while the server is away the part is asked for again, however long, and the page says so', async () => {
  const { world, happened } = browser('away');
  await expect(loadPart(part(40), world)).resolves.toBe('the part');
  expect(happened.filter((one) => one === 'away')).toHaveLength(39);
  expect(happened.at(-1)).toBe('coming');
});

test('[UI28] a part that a new release took away is said to be gone, and nothing on screen breaks', async () => {
  const { world, happened } = browser('away', 'replaced');
  const nothing = new Promise((resolve) => setImmediate(() => resolve('nothing came')));
  await expect(Promise.race([loadPart(part(Infinity), world), nothing])).resolves.toBe('nothing came');
  expect(happened).toEqual(['pause', 'styles', 'replaced']);
});

test('[UI28] a part that is broken on a server that answers is an error', async () => {
  const { world, happened } = browser('same');
  await expect(loadPart(part(Infinity), world)).rejects.toThrow('Failed to fetch');
  expect(happened.at(-1)).toBe('coming');
});
