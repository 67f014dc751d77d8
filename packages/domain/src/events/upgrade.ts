/**
 * Raises a payload to the version that today's readers know. The log is never rewritten: a payload of version n is read
 * through the steps n → n + 1 → … of its type. A step stays for as long as the product lives, with a fixture in
 * tests/fixtures/events.
 */
import { EVENT_VERSIONS } from './types.ts';
import type { EventType } from './types.ts';

type Step = (payload: Record<string, unknown>) => Record<string, unknown>;

/** Steps by type; the first raises version 1 to 2. */
const STEPS: Partial<Record<EventType, readonly Step[]>> = {
  // Before comments could name colleagues, none did.
  CommentAdded: [(payload) => ({ ...payload, mentionedIds: [] })],
};

/** The payload in today's version. Throws on a version from the future: an older server must not guess. */
export function upgradePayload(type: EventType, version: number, payload: unknown): unknown {
  const current = EVENT_VERSIONS[type];
  if (current === undefined || version > current) {
    throw new Error(`event ${type} v${version} was written by a newer version of the product; update this server`);
  }
  let raised = payload as Record<string, unknown>;
  for (const step of (STEPS[type] ?? []).slice(version - 1)) raised = step(raised);
  return raised;
}
