/**
 * What happens, one thing after the other, as the seed has it. A step names its choices by numbers: what they choose
 * among (cards, handoffs, processes) is there only when the step is taken.
 */
import type { Random } from './random.ts';

/** What people do on the board. */
export const DEEDS = [
  'move',
  'claim',
  'answerHandoff',
  'handoffRequest',
  'handoffWithdraw',
  'assign',
  'route',
  'facts',
  'comment',
  'contact',
  'register',
  'dutyGive',
  'urge',
  'rule',
  'supervise',
  'merge',
  'loadMore',
  'filter',
  'reload',
] as const;

/** What goes wrong around them. */
export const TROUBLES = [
  'cut',
  'freeze',
  'down',
  'lag',
  'loseAnswers',
  'doubt',
  'killServer',
  'stopServer',
  'stallServer',
  'deafen',
  'killDatabase',
] as const;

export type Deed = (typeof DEEDS)[number];
export type Trouble = (typeof TROUBLES)[number];

export interface Step {
  what: Deed | Trouble | 'hands' | 'post';
  /** Whose client. */
  who: number;
  a: number;
  b: number;
  c: number;
  /** How many steps later a trouble is over. */
  lasts: number;
}

/** How often each thing happens, in shares of all. */
const SHARES: Record<Step['what'], number> = {
  move: 30,
  claim: 8,
  answerHandoff: 8,
  handoffRequest: 7,
  handoffWithdraw: 2,
  assign: 4,
  route: 6,
  facts: 4,
  comment: 3,
  contact: 4,
  register: 6,
  dutyGive: 2,
  urge: 1,
  rule: 2,
  supervise: 1,
  merge: 1,
  loadMore: 5,
  filter: 3,
  reload: 1,
  hands: 4,
  post: 0.7,
  cut: 2.5,
  freeze: 1,
  down: 1,
  lag: 2,
  loseAnswers: 3,
  doubt: 0.5,
  killServer: 0.5,
  stopServer: 0.25,
  stallServer: 0.4,
  deafen: 0.3,
  killDatabase: 0.15,
};

/** These cost seconds each: a brief run has few of them. */
const COSTLY: readonly Step['what'][] = ['killServer', 'stopServer', 'killDatabase', 'stallServer'];

const NUMBERS = 1_000_000;

/** The steps of a round. In each one a process dies, and in every other one the database. */
export function planRound(random: Random, steps: number, round: number): Step[] {
  const kinds = (Object.keys(SHARES) as Step['what'][]).filter((what) => steps > 500 || !COSTLY.includes(what));
  const total = kinds.reduce((sum, what) => sum + SHARES[what], 0);
  const draw = (): Step['what'] => {
    let at = random.next() * total;
    return kinds.find((what) => (at -= SHARES[what]) < 0) ?? 'move';
  };
  const step = (what: Step['what']): Step => {
    const [who, a, b, c] = Array.from({ length: 4 }, () => random.below(NUMBERS)) as [number, number, number, number];
    return { what, who, a, b, c, lasts: 5 + random.below(40) };
  };
  const plan = Array.from({ length: steps }, () => step(draw()));
  const somewhere = () => random.below(Math.floor(steps * 0.8));
  plan[somewhere()] = step(random.pick(['killServer', 'stopServer', 'stallServer'] as const) ?? 'killServer');
  if (round % 2 === 0) plan[somewhere()] = step('killDatabase');
  return plan;
}
