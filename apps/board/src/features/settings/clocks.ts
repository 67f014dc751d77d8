/** The kinds of clocks that have a policy, in the order in which a complaint meets them. */
export const CLOCKS = [
  'DISPATCH',
  'CLAIM',
  'RULING',
  'FIRST_RESPONSE',
  'PROGRESS',
  'RESOLUTION',
  'FOLLOW_UP',
  'PROMISE',
  'DUTY',
] as const;
