/** Files in the shape of the CFPB's, a line at a time. */

export const HEADER =
  'Complaint ID,Product,Sub-product,Issue,Sub-issue,State,ZIP code,Submitted via,Date received,Date sent to company,Company,Company response,Timely response?,Consumer disputed?';
export const GOOD =
  '1,Mortgage,FHA mortgage,Late fee,,CA,00000,Web,11/03/2014,11/03/2014,First Meadow Bank,In progress,Yes,';
export const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`;
/** The good row, with another reference and some cells changed. */
export const row = (id: number, ...changes: [from: string, to: string][]) =>
  changes.reduce((line, [from, to]) => line.replace(from, to), GOOD.replace(/^1/, String(id)));
