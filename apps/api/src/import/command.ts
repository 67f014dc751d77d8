/** `redress import FILE --mapping NAME`: from the command line to the board, and back with an exit code. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { STOPPED, untilStopped } from '../cli/until-stopped.ts';
import { withDatabase } from '../cli/with-database.ts';
import type { CommandContext } from '../cli/with-database.ts';
import { parseEnv } from '../env.ts';
import { operatorMessage } from '../operator-error.ts';
import { repositoryRoot } from '../root.ts';
import { parseImportArguments } from './arguments.ts';
import type { ImportArguments } from './arguments.ts';
import { ensureDepartments } from './directory-keeper.ts';
import { examineFile } from './encoding.ts';
import type { EncodedFile } from './encoding.ts';
import { ImportError } from './import-error.ts';
import { loadMapping } from './load-mapping.ts';
import type { Mapping } from './mapping.ts';
import { Progress, count } from './progress.ts';
import type { ProgressOutput } from './progress.ts';
import { RejectFile } from './reject-file.ts';
import { compileMapping } from './row-mapper.ts';
import { runImport } from './run-import.ts';
import type { ImportTally } from './run-import.ts';

/** Where a command speaks: results to `stdout`, progress and failures to `stderr`. `process` is one. */
export interface CommandIo {
  stdout: { write(text: string): unknown };
  stderr: ProgressOutput;
}

/** All rows are in; some rows were rejected; nothing could be done, or not all of it; stopped by Ctrl-C. */
const EXIT = { done: 0, rejects: 1, failed: 2, stopped: STOPPED } as const;

/**
 * Imports a file and gives the exit code: 0, or 1 when rows were rejected, 2 when the file or the database could not be
 * used, 130 when it was stopped. Safe to run again: what is known is passed over.
 *
 * @throws UsageError when the command was not typed as it has to be.
 */
export async function importCommand(args: readonly string[], io: CommandIo = process): Promise<number> {
  const given = parseImportArguments(args);
  try {
    const mapping = await loadMapping(given.mapping);
    const file = await examineFile(given.file, given.encoding);
    return await withDatabase(parseEnv(repositoryRoot), (context) =>
      untilStopped((signal) => bringIn(context, { given, mapping, file, signal }, io)),
    );
  } catch (error) {
    const message = error instanceof ImportError ? error.message : operatorMessage(error);
    if (message === null) throw error;
    io.stderr.write(`${message}\n`);
    return EXIT.failed;
  }
}

interface Task {
  given: ImportArguments;
  mapping: Mapping;
  file: EncodedFile;
  signal: AbortSignal;
}

async function bringIn(
  context: CommandContext,
  { given, mapping, file, signal }: Task,
  io: CommandIo,
): Promise<number> {
  const actions = context.actions('import');
  const ctx = { ...actions, origin: { ...actions.origin, via: 'import' as const } };
  const mapper = compileMapping(mapping, { now: ctx.now, departmentCode: given.departmentCode });
  await ensureDepartments(ctx, mapping, mapper, given.isCheck);
  const rejects = new RejectFile(given.rejects, mapping.delimiter);
  const progress = new Progress(io.stderr, file.size);
  let tally: ImportTally = { read: 0, added: 0, known: 0, rejected: 0 };
  try {
    tally = await runImport({
      ctx,
      file,
      mapping,
      mapper,
      rejects,
      batchSize: given.batchSize,
      isCheck: given.isCheck,
      signal,
      onProgress: (bytes, now) => progress.update(bytes, (tally = now)),
    });
  } catch (error) {
    progress.end();
    if (tally.added + tally.known > 0)
      io.stderr.write(`Of the rows before it, ${count(tally.added)} were added; the next run knows them.\n`);
    throw error;
  } finally {
    await rejects.close();
  }
  progress.end();
  report(io, given, tally, progress.seconds, signal.aborted);
  return signal.aborted ? EXIT.stopped : tally.rejected > 0 ? EXIT.rejects : EXIT.done;
}

function report(
  { stdout }: CommandIo,
  given: ImportArguments,
  tally: ImportTally,
  seconds: number,
  isStopped: boolean,
): void {
  const { read, added, known, rejected } = tally;
  const speed = `${seconds.toFixed(1)} s (${count(read / seconds)} rows/s)`;
  const outcome = given.isCheck
    ? [`${count(read - rejected)} can be brought in`, `${count(rejected)} rejected`]
    : [`${count(added)} added`, `${count(known)} known already`, `${count(rejected)} rejected`];
  stdout.write(`${count(read)} rows of ${basename(given.file)} in ${speed}: ${outcome.join(', ')}.\n`);
  if (rejected > 0) {
    stdout.write(
      `The rejected rows are in ${given.rejects}, each with its line and the reason. Correct them there and import that file.\n`,
    );
  } else if (existsSync(given.rejects)) {
    stdout.write(`${given.rejects} is of an earlier run.\n`);
  }
  if (isStopped)
    stdout.write('Stopped before the end. Run the same command again to go on: what is in will be passed over.\n');
}
