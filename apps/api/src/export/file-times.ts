/** The times of a file. */

export interface FileTimes {
  /** What stands over a column of them: with the zone, which none of its cells names. */
  header(name: string): string;
  cell(at: Date): string;
}

/** In UTC, as the contract writes moments. */
const IN_UTC: FileTimes = { header: (name) => name, cell: (at) => at.toISOString() };

/** @param zone whose clocks show the times, as spreadsheets read them: `2026-03-01 17:30:05`; undefined: UTC */
export function fileTimes(zone: string | undefined): FileTimes {
  if (zone === undefined) return IN_UTC;
  // Swedish writes a date the way that every spreadsheet knows.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return { header: (name) => `${name} (${zone})`, cell: (at) => clock.format(at) };
}
