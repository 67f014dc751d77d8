/** What a customer sees of how their complaint may be settled (docs/SPEC.md, RS17): what they were offered or proposed. */
import type { KnownPerson } from '../rules/mask.ts';
import type { ResolutionKind, ResolutionState } from '../rules/vocabulary.ts';

export interface TrackedResolution {
  customer: KnownPerson | null;
  id: string;
  kind: ResolutionKind;
  state: ResolutionState;
  what: string | null;
  amountMinor: number | null;
  currency: string;
  byCustomer: boolean;
  offerId: string | null;
  offeredAt: Date | null;
  answerUntil: Date | null;
  carryOutBy: Date | null;
  answeredAt: Date | null;
  /** The company's words to what the customer proposed, or their own to an offer; a colleague's notes of a call are not shown. */
  answerNote: string | null;
  carriedOutAt: Date | null;
}

type Dates = 'offeredAt' | 'answerUntil' | 'carryOutBy' | 'answeredAt' | 'carriedOutAt';

/** As it comes in JSON, which has no dates. */
export type WrittenResolution = Omit<TrackedResolution, Dates | 'customer'> & Record<Dates, string | null>;

const SHOWN = ['id', 'kind', 'state', 'what', 'amountMinor', 'currency', 'byCustomer', 'offerId'];
const TIMES: readonly Dates[] = ['offeredAt', 'answerUntil', 'carryOutBy', 'answeredAt', 'carriedOutAt'];

/** Of the round of complaint `o`, the first proposed first. What was never offered is the company's own. */
export const TRACKED_RESOLUTIONS = `(SELECT json_agg(json_build_object(
    ${[...SHOWN, ...TIMES].map((column) => `'${column}', r."${column}"`).join(', ')},
    'answerNote', CASE WHEN r."byCustomer" OR r."answeredById" IS NULL THEN r."answerNote" END)
    ORDER BY r."offeredAt" NULLS LAST, r."id")
  FROM "resolution" AS r WHERE r."complaintId" = o."id" AND r."round" = o."round" AND r."state" <> 'DRAFT'
    AND (r."offeredAt" IS NOT NULL OR r."byCustomer"))`;

/** The rows of `TRACKED_RESOLUTIONS`; null when there are none. */
export function trackedResolutions(
  rows: readonly WrittenResolution[] | null,
  customer: KnownPerson | null,
): TrackedResolution[] {
  const date = (written: string | null) => (written === null ? null : new Date(written));
  return (rows ?? []).map((row) => ({
    ...row,
    customer,
    offeredAt: date(row.offeredAt),
    answerUntil: date(row.answerUntil),
    carryOutBy: date(row.carryOutBy),
    answeredAt: date(row.answeredAt),
    carriedOutAt: date(row.carriedOutAt),
  }));
}
