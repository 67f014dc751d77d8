import type { Channel } from './channel-documents.ts';

/** A channel as it is, as the input that changes nothing of it. */
export function asItIs({ id, kind, kinds, quietTime, enabled }: Channel) {
  return { id, kind, kinds, quietTime, enabled };
}
