/** Every message of the board, area by area. */
import { boardMessages } from './messages/board.ts';
import { commonMessages } from './messages/common.ts';
import { complaintMessages } from './messages/complaint.ts';
import { fieldMessages } from './messages/fields.ts';
import { liveMessages } from './messages/live.ts';
import { registerMessages } from './messages/register.ts';
import { signInMessages } from './messages/sign-in.ts';
import { timeMessages } from './messages/time.ts';
import { wordMessages } from './messages/words.ts';
import type { AreaMessages } from './define-messages.ts';
import type { Locale } from './locale.ts';

const areas = [
  commonMessages,
  wordMessages,
  timeMessages,
  fieldMessages,
  signInMessages,
  boardMessages,
  liveMessages,
  complaintMessages,
  registerMessages,
] as const;

type KeysOf<Area> = Area extends AreaMessages<infer Key> ? Key : never;

/** A key of the catalogue. */
export type MessageKey = KeysOf<(typeof areas)[number]>;

/** The text of each key, still to be filled in. */
export const catalogue: Record<Locale, Readonly<Record<MessageKey, string>>> = {
  'zh-CN': Object.assign({}, ...areas.map((area) => area['zh-CN'])),
  en: Object.assign({}, ...areas.map((area) => area.en)),
};
