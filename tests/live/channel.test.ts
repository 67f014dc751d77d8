import { createChannel, mapChannel } from '@redress/api/live/channel';
import { expect, test } from 'vitest';

test('[ME5] who is slow to take pictures of now is shown the last one, and not each that there was', async () => {
  const pictures = createChannel<number>(undefined, 'LAST');
  const shown = mapChannel(pictures, (picture) => Promise.resolve(picture));
  for (const picture of [1, 2, 3]) pictures.push(picture);
  expect((await shown.next()).value).toBe(3);
  const waiting = shown.next();
  for (const picture of [4, 5, 6]) pictures.push(picture);
  expect((await waiting).value).toBe(4);
  pictures.end();
  expect((await shown.next()).value).toBe(6);
  expect((await shown.next()).done).toBe(true);
});

test('[NT12] what came is told one after the other where each is news', async () => {
  const news = createChannel<number>();
  for (const one of [1, 2, 3]) news.push(one);
  news.end();
  const told: number[] = [];
  for await (const one of news) told.push(one);
  expect(told).toEqual([1, 2, 3]);
});
