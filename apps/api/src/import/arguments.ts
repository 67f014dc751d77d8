/** What was typed behind `redress import`. */
import { join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../cli/usage-error.ts';
import type { Encoding } from './encoding.ts';

export interface ImportArguments {
  file: string;
  mapping: string;
  rejects: string;
  batchSize: number;
  /** The department of every row, whatever the mapping says. */
  departmentCode: string | null;
  /** Null: found out from the bytes. */
  encoding: Encoding | null;
  isCheck: boolean;
}

const LARGEST_BATCH = 500;

/** @throws UsageError that says what is missing or can't be meant. */
export function parseImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('import needs one FILE.');
  if (values.mapping === undefined) throw new UsageError('import needs --mapping NAME.');
  const { dir, name } = parse(file);
  const rejects = values.rejects ?? join(dir, `${name}.rejects.csv`);
  if (resolve(rejects) === resolve(file)) throw new UsageError('--rejects names the file that is imported.');
  return {
    file,
    mapping: values.mapping,
    rejects,
    batchSize: batchSize(values.batch),
    departmentCode: values.department ?? null,
    encoding: encoding(values.encoding),
    isCheck: values.check,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        rejects: { type: 'string' },
        batch: { type: 'string', default: '50' },
        department: { type: 'string' },
        encoding: { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function batchSize(text: string): number {
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= LARGEST_BATCH) return size;
  throw new UsageError(`--batch is a number of rows from 1 to ${LARGEST_BATCH}; it is "${text}".`);
}

function encoding(text: string | undefined): Encoding | null {
  if (text === undefined) return null;
  const name = text.toLowerCase();
  if (name === 'utf-8' || name === 'utf8') return 'utf-8';
  if (name === 'gb18030' || name === 'gbk' || name === 'gb2312') return 'gb18030';
  throw new UsageError(`--encoding is utf-8 or gb18030; it is "${text}".`);
}
