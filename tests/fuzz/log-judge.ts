/**
 * Judges a whole run by the log, once it is over: the log itself, every stream that was told, every picture that was
 * answered, and every write that was acknowledged.
 */
import type { BoardFilter } from '@redress/board/live/board-filter';
import type { LiveEvent } from '@redress/board/live/board-event';
import { parseCursor } from '@redress/domain/events/cursor';
import { readEvents } from '@redress/domain/events/read';
import type { StoredEvent } from '@redress/domain/events/types';
import { decideDelivery } from '@redress/domain/rules/delivery';
import { NO_FILTER, matchesFilter } from '@redress/domain/rules/filter';
import type { Filter } from '@redress/domain/rules/filter';
import { canSee } from '@redress/domain/rules/principal';
import type { Scope } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import { decodeIdOf, encodeId } from '@redress/schema/ids';
import type { Company } from './company.ts';
import type { Letter, Records, ToldPicture, ToldStream } from './records.ts';

interface AuditRow {
  changeId: string;
  firstSeq: number;
  lastSeq: number;
  requestId: string | null;
}

/** A complaint as it was after an event, until the next one. */
interface Past {
  seq: number;
  event: StoredEvent;
  revision: number;
}

export class Log {
  readonly events: readonly StoredEvent[];
  readonly audit: readonly AuditRow[];
  /** By the complaint's row's id, in order. */
  readonly #pasts = new Map<string, Past[]>();

  constructor(events: readonly StoredEvent[], audit: readonly AuditRow[]) {
    this.events = events;
    this.audit = audit;
    for (const event of events) {
      if (event.complaintId === null) continue;
      const pasts = this.#pasts.get(event.complaintId) ?? [];
      this.#pasts.set(event.complaintId, pasts);
      const last = pasts.at(-1);
      // Who sees a merged complaint changes without it.
      const isSame = last?.event.changeId === event.changeId || event.type === 'SightFollowed';
      pasts.push({ seq: event.seq, event, revision: (last?.revision ?? 0) + (isSame ? 0 : 1) });
    }
  }

  static async read(db: Database): Promise<Log> {
    const events: StoredEvent[] = [];
    for (;;) {
      const page = await readEvents(db, events.at(-1)?.seq ?? 0, 2_000);
      if (page.length === 0) break;
      events.push(...page);
    }
    const { rows } = await db.pool.query<AuditRow>(
      'SELECT "changeId", "firstSeq", "lastSeq", "requestId" FROM "audit"',
    );
    return new Log(events, rows);
  }

  complaints(): Iterable<[id: string, pasts: readonly Past[]]> {
    return this.#pasts;
  }

  /** The complaint at one of its revisions, which may have been seen by some first and by others later. */
  revision(complaintId: string, revision: number): readonly Past[] {
    return this.#pasts.get(complaintId)?.filter((past) => past.revision === revision) ?? [];
  }
}

/** What the judges ask of a company. */
export type Sights = Pick<Company, 'sights' | 'versionAt' | 'departments'>;

/** Everything that was not as it has to be. */
export async function judge(db: Database, company: Company, records: Records): Promise<string[]> {
  const log = await Log.read(db);
  return [
    ...records.faults,
    ...(await judgeLog(db, log)),
    ...records.streams.flatMap((stream) => judgeStream(log, company, stream)),
    ...records.pictures.flatMap((picture) => judgePicture(log, company, picture)),
    ...judgeLetters(log, [...records.letters.values()]),
  ];
}

/** No number is missing, every change has its audit row, and every revision its change. */
async function judgeLog(db: Database, log: Log): Promise<string[]> {
  const { events, audit } = log;
  const faults: string[] = [];
  for (const [index, { seq }] of events.entries()) {
    if (seq !== index + 1) return [`the log goes from ${index} to ${seq}`];
  }
  const spans = new Map<string, { first: number; last: number }>();
  for (const { changeId, seq } of events) {
    spans.set(changeId, { first: spans.get(changeId)?.first ?? seq, last: seq });
  }
  for (const { changeId, firstSeq, lastSeq } of audit) {
    const span = spans.get(changeId);
    if (span?.first !== firstSeq || span.last !== lastSeq)
      faults.push(`the audit of change ${changeId} is not of its events`);
    spans.delete(changeId);
  }
  if (spans.size > 0) faults.push(`${spans.size} changes have no audit row`);
  const { rows } = await db.pool.query<{ id: string; revision: number }>('SELECT "id", "revision" FROM "complaint"');
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  for (const [id, pasts] of log.complaints()) {
    const changes = pasts.at(-1)?.revision;
    if (revisions.get(id) !== changes) {
      faults.push(`complaint ${id} is at revision ${revisions.get(id)} after ${changes} changes`);
    }
  }
  return faults;
}

/** Told in order, once, without a gap; everything that is the subscriber's, and nothing else. */
export function judgeStream(log: Log, company: Sights, stream: ToldStream): string[] {
  const { who, memberId, scope: version, told } = stream;
  const place = `${who} from ${stream.after}`;
  const scope = company.sights.get(version);
  if (scope === undefined) return [`${place}: nobody was ever given the sight ${version}`];
  const filter = toFilter(stream.filter, company);
  const faults: string[] = [];
  const reached = new Map<number, LiveEvent>();
  let last = seqOf(stream.after);
  for (const event of told) {
    const seq = seqOf(event.cursor);
    if (event.kind === 'reset') break;
    if (event.previous !== null && seqOf(event.previous) > last)
      faults.push(`${place}: ${seq} follows ${event.previous}, and ${last} was told last`);
    if (seq < last || (seq === last && event.kind !== 'checkpoint'))
      faults.push(`${place}: ${seq} was told after ${last}`);
    if (event.kind !== 'checkpoint') {
      reached.set(seq, event);
      if (company.versionAt(memberId, seq) !== version)
        faults.push(`${place}: ${seq} was told in a sight that had ended`);
    }
    last = seq;
  }
  for (const event of log.events.slice(seqOf(stream.after), last)) {
    const due = decideDelivery(scope, filter, decodeIdOf('Member', memberId), event, true);
    const fault = judgeTold(log, scope, due, event, reached.get(event.seq));
    if (fault !== null) faults.push(`${place}: ${event.seq} (${event.type}) ${fault}`);
  }
  return faults;
}

function judgeTold(
  log: Log,
  scope: Scope,
  due: 'EVENT' | 'LEFT' | 'NOTHING',
  event: StoredEvent,
  told: LiveEvent | undefined,
): string | null {
  if (told === undefined) return due === 'NOTHING' ? null : `was not told, though it is ${due}`;
  if (due === 'NOTHING') return 'was told, though it is not theirs';
  const complaintId = told.kind === 'complaint' ? told.card.id : told.kind === 'left' ? told.complaintId : null;
  if (complaintId !== encodeId('Complaint', event.complaintId ?? '')) return `was told of ${complaintId}`;
  // What went out of sight before it could be told leaves instead.
  if (told.kind !== 'complaint') return null;
  if (due === 'LEFT') return 'was told with its content, though it had left';
  if (told.type !== event.type) return `was told as ${told.type}`;
  const shown = log.revision(event.complaintId ?? '', told.card.revision);
  const place = `shows revision ${told.card.revision}`;
  if (shown.length === 0) return `${place}, which never was`;
  if (shown.every(({ seq, event: { changeId } }) => seq < event.seq && changeId !== event.changeId)) {
    if (event.type !== 'SightFollowed') return `${place}, which is older`;
  }
  return shown.some(({ event: { accessAfter } }) => canSee(scope, accessAfter))
    ? null
    : `${place}, which was out of sight`;
}

/** A picture is that of its cursor: not a card, not a count and not a revision is older or newer. */
export function judgePicture(log: Log, company: Sights, picture: ToldPicture): string[] {
  const { who, cursor, scope: version, wroteLast, columns } = picture;
  const seq = seqOf(cursor);
  const faults: string[] = [];
  const place = `${who} at ${seq}`;
  if (wroteLast !== null && cursor < wroteLast)
    faults.push(`${place}: the answer is older than their own write ${wroteLast}`);
  const scope = version === null ? undefined : company.sights.get(version);
  if (scope === undefined)
    return version === null ? faults : [...faults, `${place}: nobody was ever given the sight ${version}`];
  const filter = toFilter(picture.filter, company);
  const viewerId = decodeIdOf('Member', picture.memberId);
  const expected = new Map<string, Past>();
  for (const [id, pasts] of log.complaints()) {
    const past = pasts.findLast((one) => one.seq <= seq);
    if (past === undefined || past.event.after === null) continue;
    if (canSee(scope, past.event.accessAfter) && matchesFilter(past.event.after, filter, viewerId)) {
      expected.set(encodeId('Complaint', id), past);
    }
  }
  for (const { stage, counts, page, from } of columns) {
    const inColumn = [...expected.values()].filter(({ event }) => event.after?.stage === stage);
    const breached = inColumn.filter(({ event }) => event.after?.isBreached).length;
    if (counts.total !== inColumn.length || counts.breached !== breached) {
      faults.push(
        `${place}: ${stage} counts ${counts.total} (${counts.breached} breached), it was ${inColumn.length} (${breached})`,
      );
    }
    for (const card of page?.cards ?? []) {
      const was = expected.get(card.id);
      if (was === undefined || was.event.after?.stage !== stage)
        faults.push(`${place}: ${stage} shows ${card.id}, which did not belong there`);
      else if (was.revision !== card.revision)
        faults.push(`${place}: shows ${card.id} at revision ${card.revision}, it was ${was.revision}`);
    }
    const cards = page?.cards ?? [];
    if (page !== null && from === null && page.next === null && cards.length !== inColumn.length) {
      faults.push(`${place}: ${stage} shows ${cards.length} of ${inColumn.length} as all`);
    }
    if (cards.some((card, n) => n > 0 && card.position <= cards[n - 1]!.position))
      faults.push(`${place}: ${stage} is out of order`);
  }
  return faults;
}

/** What was acknowledged is there once, what was refused is not there, and what has no answer is there at most once. */
export function judgeLetters(log: Log, letters: readonly Letter[]): string[] {
  const written = new Map<string, AuditRow[]>();
  for (const row of log.audit) {
    if (row.requestId !== null) written.set(row.requestId, [...(written.get(row.requestId) ?? []), row]);
  }
  return letters.flatMap(({ key, what, attempts, outcome, cursor, code }) => {
    const rows = written.get(key) ?? [];
    const place = `${what} ${key} (${outcome}${code === null ? '' : ` ${code}`}, sent ${attempts} times)`;
    if (rows.length > 1) return [`${place} was written ${rows.length} times`];
    if (outcome === 'done' && rows.length === 0) return [`${place} was acknowledged and is not there`];
    if (outcome === 'done' && cursor !== null && rows[0]!.lastSeq !== seqOf(cursor))
      return [`${place} was acknowledged at ${cursor} and is at ${rows[0]!.lastSeq}`];
    // A refusal may have overtaken an earlier attempt that was still under way.
    if (outcome === 'refused' && attempts === 1 && rows.length > 0) return [`${place} was written`];
    return [];
  });
}

function toFilter(filter: BoardFilter, { departments }: Sights): Filter {
  const { departmentCodes, text: _text, ...rest } = filter;
  const departmentIds = departmentCodes?.map((code) => departments.get(code) ?? '') ?? null;
  return { ...NO_FILTER, ...rest, departmentIds };
}

function seqOf(cursor: string): number {
  return parseCursor(cursor)?.seq ?? -1;
}
