/** What the forms of answers that need words send. */
import type { IncomingMessage } from 'node:http';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';

export interface DeclineAnswer {
  preset: (typeof DECLINE_PRESETS)[number];
  reason: string | null;
}

/** Of 2,000 signs, each of which may be written in up to nine. */
const MAX_BYTES = 32_768;

const MAX_REASON = 2_000;

const shape = z.object({ preset: z.enum(DECLINE_PRESETS), reason: z.string().max(MAX_REASON).default('') });

export async function readDecline(request: IncomingMessage): Promise<DeclineAnswer | 'NEEDS_REASON' | 'MALFORMED'> {
  const text = await readText(request);
  if (text === null) return 'MALFORMED';
  const parsed = shape.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (!parsed.success) return 'MALFORMED';
  const reason = parsed.data.reason.trim() || null;
  if (parsed.data.preset === 'OTHER' && reason === null) return 'NEEDS_REASON';
  return { preset: parsed.data.preset, reason };
}

/** Why an approval is refused. */
export async function readReason(request: IncomingMessage): Promise<{ reason: string } | 'NEEDS_REASON' | 'MALFORMED'> {
  const text = await readText(request);
  const reason = text === null ? null : (new URLSearchParams(text).get('reason') ?? '').trim();
  if (reason === null || reason.length > MAX_REASON) return 'MALFORMED';
  return reason === '' ? 'NEEDS_REASON' : { reason };
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
