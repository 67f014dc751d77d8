/** Reads an event log of incidents, as ServiceNow's users publish it: the rows of each case, one case after another. */
import { readCsv } from '../import/csv-rows.ts';
import type { CsvRow } from '../import/csv-rows.ts';
import { compileDateFormat } from '../import/date-format.ts';
import { examineFile } from '../import/encoding.ts';
import { readHeader } from '../import/header.ts';
import type { Header } from '../import/header.ts';
import { ImportError } from '../import/import-error.ts';
import { RowFault } from '../import/row-fault.ts';
import { meaningOf } from './log-row.ts';
import type { LogRow } from './log-row.ts';

const COLUMNS = [
  'number',
  'opened_at',
  'sys_updated_at',
  'resolved_at',
  'assignment_group',
  'assigned_to',
  'reassignment_count',
  'priority',
  'contact_type',
] as const;
/** The published log calls it `ident_state`; the system that it comes from, `incident_state`. */
const STATES = ['incident_state', 'ident_state'];
/** Stands twice in the published log, whose second one holds subcategories: the first is meant. */
const CATEGORY = 'category';
const TIME = 'd/M/yyyy HH:mm';
const UNKNOWN = '?';

/**
 * The rows of each case, in the order of the log.
 *
 * @param zone IANA name of the zone that the log's times are in.
 * @throws ImportError naming the line, when the file can't be read to its end as such a log.
 */
export async function* readLog(path: string, zone: string): AsyncGenerator<LogRow[]> {
  const read = rowReader(zone);
  const seen = new Set<string>();
  let rows: LogRow[] = [];
  for await (const piece of readCsv(await examineFile(path, null), ',')) {
    for (const cells of piece.rows) {
      const row = read(cells);
      if (row === null) continue;
      if (rows[0] !== undefined && rows[0].caseId !== row.caseId) {
        yield rows;
        rows = [];
      }
      if (rows.length === 0 && seen.size === seen.add(row.caseId).size) {
        throw new ImportError(`Line ${row.line}: rows of case ${row.caseId} stand apart from its others.`);
      }
      rows.push(row);
    }
  }
  if (rows.length === 0) throw new ImportError(`${path} has no case.`);
  yield rows;
}

/** Reads one row after another; the first one is the header and gives null. */
function rowReader(zone: string): (row: CsvRow) => LogRow | null {
  const time = compileDateFormat(TIME, zone);
  let header: (Header & { state: string; category: number }) | null = null;
  return (row) => {
    if (header === null) {
      header = headerOf(row);
      return null;
    }
    const { read, state, category } = header;
    const cellOf = faultless(row, () => read(row));
    const text = (column: string) => known(cellOf(column));
    const moment = (column: string) => momentIn(row, column, text(column), time.parse);
    const need = <T>(column: string, value: T | null): T => {
      if (value === null) throw new ImportError(`Line ${row.line}: ${column} is missing.`);
      return value;
    };
    return {
      line: row.line,
      caseId: need('number', text('number')),
      openedAt: need('opened_at', moment('opened_at')),
      updatedAt: need('sys_updated_at', moment('sys_updated_at')),
      resolvedAt: moment('resolved_at'),
      group: text('assignment_group'),
      isAssigned: text('assigned_to') !== null,
      reassignments: countIn(row, 'reassignment_count', text('reassignment_count')),
      category: known(row.cells[category] ?? ''),
      ...meaningOf({ state: text(state), priority: text('priority'), channel: text('contact_type') }),
    };
  };
}

function headerOf(row: CsvRow): Header & { state: string; category: number } {
  const header = readHeader(row, COLUMNS);
  const state = STATES.find((name) => header.columns.includes(name));
  const category = header.columns.indexOf(CATEGORY);
  if (state === undefined) throw new ImportError(`Line ${row.line}: the header has no column "incident_state".`);
  if (category === -1) throw new ImportError(`Line ${row.line}: the header has no column "${CATEGORY}".`);
  return { ...header, state, category };
}

function known(cell: string): string | null {
  const text = cell.trim();
  return text === '' || text === UNKNOWN ? null : text;
}

function momentIn(
  row: CsvRow,
  column: string,
  text: string | null,
  parse: (text: string) => Date | null,
): number | null {
  if (text === null) return null;
  const moment = faultless(row, () => parse(text), `${column} `);
  if (moment === null)
    throw new ImportError(`Line ${row.line}: ${column} is "${text}", which is not written as ${TIME}.`);
  return moment.getTime();
}

function countIn(row: CsvRow, column: string, text: string | null): number {
  if (text === null || /^\d{1,6}$/.test(text)) return Number(text ?? 0);
  throw new ImportError(`Line ${row.line}: ${column} is "${text}", which is no count.`);
}

/** A log is replayed as a whole or not at all: what would reject a row of an import ends it here. */
function faultless<T>({ line }: CsvRow, work: () => T, what = ''): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RowFault) throw new ImportError(`Line ${line}: ${what}${error.message}.`);
    throw error;
  }
}
