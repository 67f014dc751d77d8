/** What did not go through after its form had been left: nobody is there to read it, so it is told where acts are told of. */
export interface LeftBehind {
  /** Where it was sent from: a path with its search. */
  at: string;
  /** The server's words; null: no answer came. */
  why: string | null;
}

let tell: ((left: LeftBehind) => void) | null = null;
let untold: LeftBehind[] = [];

/** Has it told of, now or as soon as there is somebody who tells. */
export function leaveBehind(left: LeftBehind): void {
  if (tell === null) untold.push(left);
  else tell(left);
}

/** Takes over the telling, of what is untold too; the answer hands it back. */
export function onLeftBehind(listener: (left: LeftBehind) => void): () => void {
  tell = listener;
  const waiting = untold;
  untold = [];
  for (const left of waiting) listener(left);
  return () => {
    if (tell === listener) tell = null;
  };
}
