/** In whose time a clock can run, as the contract names it. */
export const RUNS_IN = ['ALWAYS', 'DEPARTMENT', 'INTAKE', 'COORDINATION', 'NATIONAL'] as const;
export type RunsIn = (typeof RUNS_IN)[number];
