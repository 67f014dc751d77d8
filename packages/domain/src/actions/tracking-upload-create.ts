/** Announces a file that the customer sends on their page (docs/SPEC.md, TK10): the link takes it like a colleague's. */
import { findTracked } from '../reads/tracking-access.ts';
import { DAY_MS } from '../rules/days.ts';
import { announced } from './attachment-upload-create.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { hashTrackingCode } from './new-complaint.ts';
import { Refusal, invalid } from './refusal.ts';

export interface TrackingUploadCreateInput {
  /** However it is written. */
  code: string;
  phoneLast4: string | null;
  name: string;
  /** How many bytes will come. */
  bytes: number;
}

/** What a customer shows of one matter in a day; more is sent by mistake, or by a machine. */
const FILES_A_DAY = 20;

/** Whoever holds the code and the digits sends files, also to a closed complaint. */
export function trackingUploadCreate(ctx: ActionContext, input: TrackingUploadCreateInput): Promise<ActionResult> {
  return announced(ctx, 'trackingUploadCreate', async () => {
    const { code, phoneLast4, name, bytes } = input;
    const found = await findTracked(ctx.db, { hash: hashTrackingCode(code), phoneLast4 });
    const opened = found === null ? null : await loadCase(ctx.db, found);
    if (opened === null) throw new Refusal({ code: 'NOT_FOUND' });
    if ((await sentSince(ctx, opened.complaint.id)) >= FILES_A_DAY)
      throw invalid('name', 'tooManyFilesToday', { max: FILES_A_DAY });
    return { opened, file: { name, bytes, purpose: 'EVIDENCE', note: null } };
  });
}

/** How many files the customer has sent within a day, those included that are on their way or were removed. */
async function sentSince({ db, now }: ActionContext, complaintId: string): Promise<number> {
  const at = now();
  const { rows } = await db.pool.query<{ count: number }>({
    name: 'tracking_files_sent',
    text: `SELECT ((SELECT count(*) FROM "attachment" WHERE "complaintId" = $1 AND "byCustomer" AND "at" > $2)
      + (SELECT count(*) FROM "upload" WHERE "complaintId" = $1 AND "principalKind" = 'CUSTOMER' AND "expiresAt" > $3))::int
      AS "count"`,
    values: [complaintId, new Date(at.getTime() - DAY_MS), at],
  });
  return rows[0]!.count;
}
