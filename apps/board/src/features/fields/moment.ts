/** The instant that a `datetime-local` field holds, in the time of the person's device; null when it holds none. */
export function instantOf(local: string): string | null {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
