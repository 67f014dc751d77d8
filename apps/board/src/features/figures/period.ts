/** The times that figures are asked for: so many days until now. */

export const PERIOD_DAYS = { week: 7, month: 30, quarter: 90, year: 365 } as const;

export type Period = keyof typeof PERIOD_DAYS;

export const PERIODS = Object.keys(PERIOD_DAYS) as Period[];

/** The period of the URL; one that nothing knows is the month. */
export function periodOf(value: string | undefined): Period {
  return PERIODS.find((period) => period === value) ?? 'month';
}
