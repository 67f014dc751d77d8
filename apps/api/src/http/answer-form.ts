/** What the form of a declining page sends. */
import type { IncomingMessage } from 'node:http';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';

export interface DeclineAnswer {
  preset: (typeof DECLINE_PRESETS)[number];
  reason: string | null;
}

/** Of 2,000 signs, each of which may be written in up to nine. */
const MAX_BYTES = 32_768;

const shape = z.object({ preset: z.enum(DECLINE_PRESETS), reason: z.string().max(2_000).default('') });

export async function readDecline(request: IncomingMessage): Promise<DeclineAnswer | 'NEEDS_REASON' | 'MALFORMED'> {
  const text = await readText(request);
  if (text === null) return 'MALFORMED';
  const parsed = shape.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (!parsed.success) return 'MALFORMED';
  const reason = parsed.data.reason.trim() || null;
  if (parsed.data.preset === 'OTHER' && reason === null) return 'NEEDS_REASON';
  return { preset: parsed.data.preset, reason };
}

/** Null when it is longer than any form of ours. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
