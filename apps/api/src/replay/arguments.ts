/** What was typed behind `redress replay`. */
import { parse } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../cli/usage-error.ts';

export interface ReplayArguments {
  file: string;
  /** Names the log in the external references of its complaints. */
  source: string;
  /** IANA name of the zone that the log's times are in. */
  zone: string;
  isCheck: boolean;
}

/** @throws UsageError that says what is missing or can't be meant. */
export function parseReplayArguments(args: readonly string[]): ReplayArguments {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('replay needs one FILE.');
  if (!isZone(values.zone))
    throw new UsageError(`--zone is a time zone such as Asia/Shanghai; it is "${values.zone}".`);
  return { file, source: values.source ?? parse(file).name, zone: values.zone, isCheck: values.check };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        zone: { type: 'string', default: 'UTC' },
        check: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
