/** What one operation may cost. It is known before the operation runs, and told in the headers of the answer. */

/**
 * - complexity: how many objects the operation may return at most. A board of 100 cards a column is some 6,000.
 * - depth: of nested fields.
 * - breadth: of fields written in the document, fragments unfolded; it also bounds aliases.
 */
export const OPERATION_LIMITS = { complexity: 60_000, depth: 12, breadth: 2_000 } as const;

/** The multiplier of a field that answers with a page: as many rows as were asked for. */
export function pageCost(defaultSize: number) {
  return ({ first, last }: { first?: number | null; last?: number | null }) => ({
    field: 1,
    multiplier: Math.max(0, first ?? last ?? defaultSize),
  });
}
