/** The command was not typed as it has to be. The message says what is wrong with it; the help follows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
