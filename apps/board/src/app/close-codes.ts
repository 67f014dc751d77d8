/** Close codes by which the server says that nobody is signed in (any more): trying again would be of no use. */
export const SIGNED_OUT_CODES: readonly number[] = [4401, 4403];
