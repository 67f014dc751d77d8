/** What a command answers with when Ctrl-C stopped it: 128 and the number of the signal, as shells do. */
export const STOPPED = 130;

/** The first Ctrl-C ends the work at the next good place, which the work finds; a second one at once. */
export async function untilStopped(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => (stop.signal.aborted ? process.exit(STOPPED) : stop.abort());
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
  }
}
