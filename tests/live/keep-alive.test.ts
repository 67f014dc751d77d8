import type { Socket } from 'node:net';
import { KeepAlive, LOOKS } from '@redress/api/http/keep-alive';
import { LookUps } from '@redress/api/session/look-ups';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';

/** One end of a line: what is asked of it is counted, and it says something when it is told to. */
function line() {
  const seen = { pings: 0, isCut: false };
  const stream = { bytesRead: 100, write: () => (seen.pings += 1) };
  const closed: (() => void)[] = [];
  const webSocket = {
    OPEN: 1,
    readyState: 1,
    once: (_event: string, listener: () => void) => closed.push(listener),
    terminate: () => {
      seen.isCut = true;
      for (const listener of closed) listener();
    },
  };
  return {
    seen,
    answer: () => (stream.bytesRead += 6),
    watchedBy: (keepAlive: KeepAlive) => keepAlive.add(webSocket as unknown as WebSocket, stream as unknown as Socket),
  };
}

/** Each socket has been looked at once more. */
function round(keepAlive: KeepAlive): void {
  for (let n = 0; n < LOOKS; n++) keepAlive.look();
}

describe('lines that nobody holds any more', () => {
  test('[EV56] who is silent is asked, who stays silent is cut, and who says anything stays', () => {
    const keepAlive = new KeepAlive();
    const lines = Array.from({ length: 7 }, line);
    for (const one of lines) one.watchedBy(keepAlive);
    const [gone, ...held] = lines;
    for (let n = 0; n < 6; n++) {
      round(keepAlive);
      for (const { seen, answer } of held) if (seen.pings > n / 2) answer();
    }
    expect(gone!.seen).toEqual({ pings: 1, isCut: true });
    for (const { seen } of held) expect(seen).toEqual({ pings: 3, isCut: false });
  });

  test('[EV56] who talks anyway is not asked', () => {
    const keepAlive = new KeepAlive();
    const talker = line();
    talker.watchedBy(keepAlive);
    for (let n = 0; n < 6; n++) {
      talker.answer();
      round(keepAlive);
    }
    expect(talker.seen).toEqual({ pings: 0, isCut: false });
  });

  test('[EV56] of many, each look asks a few', () => {
    const keepAlive = new KeepAlive();
    const lines = Array.from({ length: LOOKS * 5 }, line);
    for (const one of lines) one.watchedBy(keepAlive);
    for (let looks = 1; looks <= LOOKS; looks++) {
      keepAlive.look();
      expect(lines.filter(({ seen }) => seen.pings > 0)).toHaveLength(looks * 5);
    }
  });
});

describe('who thousands are', () => {
  test('[EV57] is looked up at once for the first, and together for all who come meanwhile', async () => {
    const statements: (readonly string[])[] = [];
    let answer: () => void = () => undefined;
    const lookUps = new LookUps(async (keys) => {
      statements.push(keys);
      await new Promise<void>((resolve) => (answer = resolve));
      return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()]));
    });
    const first = lookUps.find('a');
    const others = ['b', 'nobody', 'b', 'c'].map((key) => lookUps.find(key));
    answer();
    expect(await first).toBe('A');
    answer();
    expect(await Promise.all(others)).toEqual(['B', null, 'B', 'C']);
    expect(statements).toEqual([['a'], ['b', 'nobody', 'b', 'c']]);
  });

  test('[EV57] a statement that fails fails for those who waited for it, and for nobody else', async () => {
    let fails = true;
    const lookUps = new LookUps(async (keys) => {
      if (fails) throw new Error('the database is away');
      return new Map(keys.map((key) => [key, key]));
    });
    await expect(lookUps.find('a')).rejects.toThrow('the database is away');
    fails = false;
    expect(await lookUps.find('a')).toBe('a');
  });
});
