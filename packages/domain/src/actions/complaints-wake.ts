/**
 * What happens to complaints by themselves, when its moment has come: holds end, warnings and breaches are published,
 * ladders are climbed, surveys are reminded of (docs/SPEC.md, DL6–DL8, CLK1–CLK3, SV2). Called by the clock; safe to call by many.
 */
import { changeEach } from './change-each.ts';
import { climb } from './climb.ts';
import { renew } from './clocks-renew.ts';
import type { ActionContext } from './context.ts';
import { breach, warn } from './deadline-fall.ts';
import type { Draft } from './draft.ts';
import { endHoldInTime } from './hold-end.ts';
import { remind } from './survey-ask.ts';
import { wakeAtOf } from './wake-at.ts';

/**
 * In the order in which they may bring each other about: no clock falls by a policy that no longer holds, and a hold that
 * ends lets a clock fall due; a survey that is given up meets its clock before that one could fall.
 */
const HAPPENINGS: readonly ((draft: Draft) => number)[] = [renew, endHoldInTime, remind, warn, breach, climb];

/**
 * Lets everything happen to each of the complaints that is due by now, once: whoever else did it first made the
 * complaint's revision another one, and the next reading finds nothing left to do. An event happened at its due time,
 * whenever it is recorded. Returns how many things happened.
 *
 * @throws UnchangedError for those to which nothing can happen, after the others have had theirs.
 */
export async function complaintsWake(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  return (await changeEach(ctx, 'complaintsWake', complaintIds, wake)).count;
}

/** Lets all that is due happen to the draft; nothing is when the clocks of the case are only recorded. */
function wake(draft: Draft): number {
  let count = 0;
  // One thing may bring the next about, after a stop all of it at once: a ladder whose steps have all come.
  for (;;) {
    const due = wakeAtOf(draft);
    if (due === null || due > draft.at) return count;
    const more = HAPPENINGS.reduce((sum, happen) => sum + happen(draft), 0);
    if (more === 0) throw new Error(`it is to wake at ${due.toISOString()} for nothing`);
    count += more;
  }
}
