/**
 * What ends an import before the file does: nothing can be read, or nothing is meant by what is read. Its message is for
 * the person at the command line and names the line where there is one. A bad row is no such thing: it is rejected.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
