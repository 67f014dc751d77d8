/** `redress replay FILE`: an event log of another system, played through the product's own actions. */
import { readFigures } from '@redress/domain/reads/figures';
import type { Database } from '@redress/prisma/client';
import { STOPPED, untilStopped } from '../cli/until-stopped.ts';
import { withDatabase } from '../cli/with-database.ts';
import type { CommandContext } from '../cli/with-database.ts';
import { parseEnv } from '../env.ts';
import type { CommandIo } from '../import/command.ts';
import { ImportError } from '../import/import-error.ts';
import { operatorMessage } from '../operator-error.ts';
import { repositoryRoot } from '../root.ts';
import { parseReplayArguments } from './arguments.ts';
import type { ReplayArguments } from './arguments.ts';
import type { CaseStory } from './case-steps.ts';
import { published } from './due-clocks.ts';
import { holdClock } from './hold-clock.ts';
import { readStories } from './read-stories.ts';
import { figuresReport, progressLine, storiesReport, tallyReport } from './report.ts';
import { runReplay } from './run-replay.ts';

/** The log is played to its end; nothing could be done, or not all of it; stopped by Ctrl-C. */
const EXIT = { done: 0, failed: 2, stopped: STOPPED } as const;

/** As many cases side by side as a command has connections, but for the one that holds the clock. */
const WRITERS = 8;
const TELL_EVERY_MS = 5_000;

/**
 * Replays a log and gives the exit code: 0, 2 when the file or the database could not be used, 130 when it was stopped.
 * What the rules refuse is counted and told; it is no failure.
 *
 * @throws UsageError when the command was not typed as it has to be.
 */
export async function replayCommand(args: readonly string[], io: CommandIo = process): Promise<number> {
  const given = parseReplayArguments(args);
  try {
    const stories = await readStories(given.file, given.zone, new Date());
    io.stdout.write(`${storiesReport(stories)}\n`);
    if (given.isCheck) return EXIT.done;
    return await withDatabase(parseEnv(repositoryRoot), (context) =>
      untilStopped((signal) => replay(context, { given, stories, signal }, io)),
    );
  } catch (error) {
    const message = error instanceof ImportError ? error.message : operatorMessage(error);
    if (message === null) throw error;
    io.stderr.write(`${message}\n`);
    return EXIT.failed;
  }
}

interface Task {
  given: ReplayArguments;
  stories: readonly CaseStory[];
  signal: AbortSignal;
}

async function replay(context: CommandContext, { given, stories, signal }: Task, io: CommandIo): Promise<number> {
  const actions = context.actions('import');
  const ctx = { ...actions, origin: { ...actions.origin, via: 'import' as const }, silent: true };
  await requireNew(ctx.db, given.source);
  const release = await holdClock(ctx.db);
  if (release === null)
    throw new ImportError(
      'A server runs on this database, and its clock with it. Stop it, and start it again afterwards.',
    );
  const startedAt = performance.now();
  const seconds = () => Math.max(0.001, (performance.now() - startedAt) / 1000);
  let toldAt = startedAt;
  try {
    const tally = await runReplay({
      ctx,
      stories,
      source: given.source,
      writers: WRITERS,
      signal,
      onHour(until, counts) {
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        io.stderr.write(progressLine(until, counts, seconds()));
      },
    });
    io.stderr.write(`${(tally.actions / seconds()).toFixed(0)} actions a second.\n`);
    io.stdout.write(`${tallyReport(tally, await published(ctx.db, given.source))}\n`);
  } finally {
    release();
  }
  const figures = await readFigures(ctx.db, { receivedFrom: null, receivedBefore: null, source: given.source });
  io.stdout.write(`${figuresReport(figures)}\n`);
  if (signal.aborted) io.stdout.write('Stopped before the end. A replay begins anew, in a new database.\n');
  return signal.aborted ? EXIT.stopped : EXIT.done;
}

/** Half a replay can't be gone on with: its cases have moved on, and a second one would find them elsewhere. */
async function requireNew(db: Database, source: string): Promise<void> {
  const known = await db.prisma.complaint.count({ where: { externalSource: source } });
  if (known === 0) return;
  throw new ImportError(
    `There are ${known} complaints of "${source}" already. Replay into a new database, or name the log otherwise by --source.`,
  );
}
