/**
 * What the first screens say. The build makes one module of it for each language (vite.config.ts), so that nobody waits for
 * the language that they don't read.
 */
import { boardMessages } from './messages/board.ts';
import { commonMessages } from './messages/common.ts';
import { fieldMessages } from './messages/fields.ts';
import { liveMessages } from './messages/live.ts';
import { timeMessages } from './messages/time.ts';
import { wordMessages } from './messages/words.ts';

export const FIRST_AREAS = [
  commonMessages,
  wordMessages,
  timeMessages,
  fieldMessages,
  boardMessages,
  liveMessages,
] as const;
export type FirstArea = (typeof FIRST_AREAS)[number];
