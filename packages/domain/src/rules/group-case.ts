/** Group cases (群诉; docs/SPEC.md, GC1–GC6): one event behind many customers, one line, one standard. */

/** How many complaints a group case holds. All of them change in one commit. */
export const GROUP_SIZE = { min: 2, max: 200 } as const;
/** From so many complaints on, a new company's owner hears of a group case at once. */
export const GROUP_OWNER_FROM = 10;

/** What each customer of the group gets; null where it is in none, or nothing was agreed. */
export interface GroupStandard {
  amountMinor: bigint;
  currency: string;
}

/** The standard of compensation that a complaint is held to. */
export function groupStandardOf(of: {
  complaint: { isGroup: boolean };
  group: { standardMinor: bigint | null; currency: string } | null;
}): GroupStandard | null {
  if (of.complaint.isGroup || of.group === null || of.group.standardMinor === null) return null;
  return { amountMinor: of.group.standardMinor, currency: of.group.currency };
}

/** Whether an amount leaves the standard of the group, upwards or downwards. What is not about money never does. */
export function leavesStandard(amountMinor: bigint | null, standard: GroupStandard | null): boolean {
  return amountMinor !== null && standard !== null && amountMinor !== standard.amountMinor;
}
