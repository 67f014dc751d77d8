/** The import itself: rows in, small commits out, and nothing kept of what is done. */
import { complaintImport } from '@redress/domain/actions/complaint-import';
import type { ActionContext } from '@redress/domain/actions/context';
import { readCsv } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import { ensureCategories } from './directory-keeper.ts';
import type { EncodedFile } from './encoding.ts';
import { readHeader } from './header.ts';
import type { Header } from './header.ts';
import { ImportError } from './import-error.ts';
import type { Mapping } from './mapping.ts';
import type { RejectFile } from './reject-file.ts';
import { RowFault } from './row-fault.ts';
import type { MappedRow, RowMapper } from './row-mapper.ts';
import { SeenReferences } from './seen-references.ts';

export interface ImportJob {
  ctx: ActionContext;
  file: EncodedFile;
  mapping: Mapping;
  mapper: RowMapper;
  rejects: RejectFile;
  /** Rows in one commit: so many appear on the boards together, and a person's move waits for at most one. */
  batchSize: number;
  /** Reads and maps everything, and writes nothing but rejects. */
  isCheck: boolean;
  /** Asks the import to end after the commit that it is at. */
  signal: AbortSignal;
  /** Hears how far it is after each commit. */
  onProgress: (bytes: number, tally: ImportTally) => void;
}

/** Rows, by what became of them. */
export interface ImportTally {
  read: number;
  added: number;
  known: number;
  rejected: number;
}

interface Waiting extends MappedRow {
  row: CsvRow;
}

/** Brings the file in. @throws ImportError when it can't go on; what was committed by then stays, and is known next time. */
export async function runImport(job: ImportJob): Promise<ImportTally> {
  const tally: ImportTally = { read: 0, added: 0, known: 0, rejected: 0 };
  const seen = new SeenReferences();
  let header: Header | null = null;
  let batch: Waiting[] = [];
  let bytesDone = 0;
  for await (const { rows, bytesRead } of readCsv(job.file, job.mapping.delimiter)) {
    for (const [i, row] of rows.entries()) {
      if (header === null) {
        header = readHeader(row, job.mapper.columns);
        job.rejects.header = header.columns;
        continue;
      }
      tally.read += 1;
      const waiting = await mapRow(job, tally, header, seen, row);
      if (waiting !== null) batch.push(waiting);
      if (batch.length < job.batchSize) continue;
      await commitBatch(job, tally, batch);
      batch = [];
      job.onProgress(bytesDone + ((bytesRead - bytesDone) * i) / rows.length, tally);
      if (job.signal.aborted) return tally;
    }
    bytesDone = bytesRead;
    if (job.signal.aborted) return tally;
  }
  if (header === null) throw new ImportError(`${job.file.path} has no header: all its lines are empty.`);
  await commitBatch(job, tally, batch);
  job.onProgress(bytesDone, tally);
  return tally;
}

async function mapRow(
  job: ImportJob,
  tally: ImportTally,
  header: Header,
  seen: SeenReferences,
  row: CsvRow,
): Promise<Waiting | null> {
  try {
    const mapped = job.mapper.map(header.read(row));
    const { id } = mapped.complaint.external;
    const earlier = seen.add(id, row.line);
    if (earlier !== null) throw new RowFault(`externalId ${id} stands on line ${earlier} already`);
    return { ...mapped, row };
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    await reject(job, tally, row, error.message);
    return null;
  }
}

async function commitBatch(job: ImportJob, tally: ImportTally, batch: readonly Waiting[]): Promise<void> {
  if (batch.length === 0 || job.isCheck) return;
  try {
    await ensureCategories(
      job.ctx,
      batch.flatMap(({ categories }) => categories),
    );
    const results = await complaintImport(
      job.ctx,
      batch.map(({ complaint }) => complaint),
      { history: job.mapping.history },
    );
    for (const result of results) tally[result === 'ADDED' ? 'added' : 'known'] += 1;
  } catch (error) {
    if (!isAboutTheData(error)) throw error;
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) return reject(job, tally, only.row, (error as Error).message);
    for (const waiting of batch) await commitBatch(job, tally, [waiting]);
  }
}

/** PostgreSQL's classes for values that it can't take: data, integrity, limits. Nothing else gets better row by row. */
function isAboutTheData(error: unknown): boolean {
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}

async function reject(
  { rejects }: ImportJob,
  tally: ImportTally,
  { cells, line }: CsvRow,
  reason: string,
): Promise<void> {
  tally.rejected += 1;
  await rejects.write(cells, line, reason);
}
