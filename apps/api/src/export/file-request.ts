/** What the address of a download says of the file itself, and how such an address is read. */
import { isTimeZone } from '@redress/domain/rules/zone';
import type { Locale } from '@redress/schema/context';
import { z } from 'zod';
import { fileTimes } from './file-times.ts';
import type { FileTimes } from './file-times.ts';

/**
 * Every file may be asked for in a language, with its times as the clocks of a zone show them, and with the contract's codes
 * in the place of words, so that files of two languages can be put together.
 */
export const FILE_PARAMETERS = {
  lang: z.enum(['zh', 'zh-CN', 'en'], { error: 'has to be zh or en' }),
  values: z.enum(['words', 'codes'], { error: 'has to be words or codes' }),
  zone: z.string().refine(isTimeZone, { error: 'has to be a time zone such as Asia/Shanghai' }),
} as const;

/** How a file is written. */
export interface FileForm {
  times: FileTimes;
  codes: boolean;
}

/** The form that was asked for: words, and times in UTC, where nothing else was. */
export function fileForm(asked: { zone?: string | undefined; values?: 'words' | 'codes' | undefined }): FileForm {
  return { times: fileTimes(asked.zone), codes: asked.values === 'codes' };
}

export type Read<Asked> =
  | { ok: true; asked: Asked }
  /** A sentence for who wrote the address. */
  | { ok: false; message: string };

/** Reads the parameters; empty ones count as absent, others than these are refused. */
export function readParameters<Shape extends z.ZodRawShape>(
  shape: Shape,
  search: URLSearchParams,
): Read<Partial<z.output<z.ZodObject<Shape>>>> {
  const given = Object.fromEntries([...search].filter(([, value]) => value !== ''));
  const parsed = z.strictObject(shape).partial().safeParse(given);
  if (parsed.success) return { ok: true, asked: parsed.data as Partial<z.output<z.ZodObject<Shape>>> };
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  const message = name === '' ? `Parameters are ${Object.keys(shape).join(', ')}.` : `\`${name}\` ${issue?.message}.`;
  return { ok: false, message };
}

/** The language that was asked for. */
export function localeOf(lang: string | undefined): Locale | null {
  if (lang === undefined) return null;
  return lang === 'en' ? 'en' : 'zh-CN';
}
