import { useEffect, useRef } from 'react';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import { focusMutation } from './meeting-mutations.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import type { MeetingAction } from './use-meeting-action.ts';

export interface Lead {
  /** How the last choice went. */
  focus: MeetingAction<{ input: { id: string; itemId: string | null } }>;
  /** Leads everybody to an item; null: to the agenda as a whole. Of several in a row the last one counts. */
  lead: (itemId: string | null) => void;
  /** The item so many steps from where one is led to, or is about to be; undefined: there is none. */
  stepFrom: (by: number) => MeetingItemView | undefined;
  /** Leads on from an item that was dealt with, unless somebody has led elsewhere while that was under way. */
  leadOn: (from: string) => void;
}

/** How a presenter leads: what is chosen shows when the server says so, and meanwhile counts as where one is. */
export function useLead({ id, items }: MeetingView, shownId: string | null): Lead {
  const focus = useMeetingAction(focusMutation);
  /** What was chosen last and does not show yet. */
  const chosen = useRef<{ itemId: string | null } | null>(null);
  const isUnderWay = useRef(false);
  const now = useRef({ items, shownId });
  useEffect(() => {
    now.current = { items, shownId };
  });
  useEffect(() => {
    if (!isUnderWay.current || chosen.current?.itemId === shownId) chosen.current = null;
  }, [shownId]);

  const send = async () => {
    isUnderWay.current = true;
    let last = chosen.current;
    while (last !== null) {
      const isTaken = (await focus.run({ input: { id, itemId: last.itemId } })) !== null;
      // Where it failed one is where one was; and one may have been there before.
      const isOver = !isTaken || now.current.shownId === last.itemId;
      if (isOver && chosen.current === last) chosen.current = null;
      last = chosen.current === last ? null : chosen.current;
    }
    isUnderWay.current = false;
  };
  const lead = (itemId: string | null) => {
    chosen.current = { itemId };
    if (!isUnderWay.current) void send();
  };
  const stepFrom = (by: number) => {
    const from = chosen.current === null ? now.current.shownId : chosen.current.itemId;
    const at = now.current.items.findIndex((one) => one.id === from) + by;
    return at < 0 ? undefined : now.current.items[at];
  };
  const leadOn = (from: string) => {
    const next = chosen.current === null && now.current.shownId === from ? stepFrom(1) : undefined;
    if (next !== undefined) lead(next.id);
  };
  return { focus, lead, stepFrom, leadOn };
}
