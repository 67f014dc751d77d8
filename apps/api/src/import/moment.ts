/** The moments of a row: tried by each of the mapping's formats, and never in the future. */
import { compileDateFormat } from './date-format.ts';
import { RowFault } from './row-fault.ts';

const HALF_DAY_MS = 12 * 3_600_000;

/** Gives a moment for a text, null for none; throws a RowFault that says what is wrong with the text. */
export type MomentReader = (what: string, text: string | null, now: Date) => Date | null;

export function compileMoment(formats: readonly string[], zone: string): MomentReader {
  const compiled = formats.map((format) => compileDateFormat(format, zone));
  return (what, text, now) => {
    if (text === null) return null;
    for (const { isDateOnly, parse } of compiled) {
      const moment = described(what, text, parse);
      if (moment === null) continue;
      if (moment <= now) return moment;
      // The noon that stands for today may be still to come; the day itself has begun.
      if (isDateOnly && moment.getTime() - HALF_DAY_MS <= now.getTime()) return now;
      throw new RowFault(`${what} is ${text}, which lies in the future`);
    }
    throw new RowFault(`${what} is "${text}", which is not written as ${formats.join(' or ')}`);
  };
}

function described(what: string, text: string, parse: (text: string) => Date | null): Date | null {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    throw new RowFault(`${what} is ${text}, which ${error.message}`);
  }
}
