/** Seeds that failed when they were new, how they were played, and what they found. */
export interface KeptSeed {
  seed: number;
  clients: number;
  servers: number;
  rounds: number;
  steps: number;
  complaints: number;
  /** Whether the test suite plays it; `pnpm fuzz --kept` plays all. */
  isBrief: boolean;
  found: string;
}

const USUAL = { clients: 6, servers: 2, rounds: 2, steps: 300, complaints: 30, isBrief: false };

export const KEPT_SEEDS: readonly KeptSeed[] = [
  {
    ...{ seed: 1, clients: 5, servers: 2, rounds: 1, steps: 120, complaints: 20, isBrief: true },
    found: 'boards stayed failed whose load met a database that was away',
  },
  { ...USUAL, seed: 2, found: 'boards did not hear that a merged complaint came in sight with its survivor, or went' },
  { ...USUAL, seed: 1, rounds: 3, steps: 600, found: 'a replay told of cards as they were before what it told' },
  { ...USUAL, seed: 30, steps: 400, found: 'nothing was published where a warning and a breach fell at once' },
];
