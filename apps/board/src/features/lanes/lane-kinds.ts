/** What lanes can be made by; `lanes` in the URL. */
export const LANE_KINDS = ['department', 'severity', 'assignee', 'category'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];
