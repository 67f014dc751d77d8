/** Event logs of a few cases, as a test writes them: what a row leaves out stays as it was in the row before. */

/** `10:25` is a time of the day of the log, 2016-03-01; a longer text is written as it is. */
type Moment = string;

export interface LogCell {
  at: Moment;
  state?: string;
  group?: string;
  assignee?: string;
  priority?: string;
  category?: string;
  reassignments?: number;
}

export interface LogCase {
  opened: Moment;
  resolved?: Moment;
  channel?: string;
  rows: LogCell[];
}

const HEADER =
  'number,ident_state,reassignment_count,opened_at,sys_updated_at,contact_type,category,category,priority,assignment_group,assigned_to,resolved_at';

/** The text of a log; cases are numbered from 0001. A change of the group counts as a reassignment unless told. */
export function logOf(...cases: LogCase[]): string {
  return `${[HEADER, ...cases.flatMap(linesOf)].join('\n')}\n`;
}

function linesOf({ opened, resolved = '?', channel = 'Phone', rows }: LogCase, n: number): string[] {
  const number = String(n + 1).padStart(4, '0');
  let cell = { state: 'New', group: '70', assignee: '?', priority: '3', category: '55', reassignments: 0 };
  return rows.map(({ at, ...changes }, i) => {
    const isMoved = i > 0 && changes.group !== undefined && changes.group !== cell.group;
    cell = { ...cell, reassignments: cell.reassignments + (isMoved ? 1 : 0), ...changes };
    const { state, reassignments, category, priority, group, assignee } = cell;
    const times = [moment(opened), moment(at)];
    const end = resolved === '?' ? resolved : moment(resolved);
    return [number, state, reassignments, ...times, channel, category, '9', priority, group, assignee, end].join(',');
  });
}

function moment(text: Moment): string {
  return text.length > 5 ? text : `1/3/2016 ${text}`;
}

/** A time of the log's day, in milliseconds since 1970. */
export function onTheDay(time: string): number {
  return Date.parse(`2016-03-01T${time}:00Z`);
}
