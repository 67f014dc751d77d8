/** Tells the others what the viewer is at, and learns from the server who else is here. */
import { stringifyDocument } from '@urql/core';
import { followStream } from '../../app/follow-stream.ts';
import { uncachedClient } from '../../app/graphql-client.ts';
import { newKey } from '../../app/new-key.ts';
import { isTyping } from '../../app/shortcuts.ts';
import { getCarried, onCarried } from '../board/drag-state.ts';
import { cardIdOf } from '../board/travel.ts';
import { onOpenComplaint, openComplaint } from './own-place.ts';
import { presenceSubscription, presenceUpdateMutation } from './presence-documents.ts';
import { setOthers } from './presence-store.ts';
import type { Here } from './presence-store.ts';
import { pacer } from './pacer.ts';

/** Who says nothing for 50 s is gone (docs/PROTOCOL.md). */
const REPEAT_MS = 20_000;

/** What this window calls itself for as long as it shows this page. */
const WINDOW = newKey();

type Own = Pick<Here, 'complaintId' | 'activity'>;

/** What the viewer does now, as far as the page knows. */
function ownActivity(): Own {
  if (document.hidden) return { complaintId: null, activity: 'AWAY' };
  const carried = getCarried();
  if (carried !== null) return { complaintId: carried.cardId, activity: 'MOVING' };
  const { activeElement } = document;
  const atDrawer = openComplaint();
  if (activeElement !== null && isTyping(activeElement)) {
    const complaintId =
      cardIdOf(activeElement) ?? (activeElement.closest('[role="dialog"]') === null ? null : atDrawer);
    if (complaintId !== null) return { complaintId, activity: 'EDITING' };
  }
  return { complaintId: atDrawer, activity: 'VIEWING' };
}

/** Whether it arrives is not waited for: the next repetition says it again. */
function tell(own: Own): void {
  const variables = { input: { ...own, window: WINDOW } };
  if (own.activity !== 'AWAY') {
    void uncachedClient.mutation(presenceUpdateMutation, variables).toPromise();
    return;
  }
  // The page may be on its way out, and with it whatever it has asked for; a beacon goes out all the same.
  const body = { query: stringifyDocument(presenceUpdateMutation), variables };
  navigator.sendBeacon('/graphql', new Blob([JSON.stringify(body)], { type: 'application/json' }));
}

/** Keeps the viewer present until told to stop. */
export function linkPresence(ownId: string): () => void {
  const pace = pacer(tell);
  const look = () => {
    const own = ownActivity();
    if (own.activity === 'AWAY') pace.now(own);
    else pace.offer(own);
  };
  // Moving the focus from one field to the next is no change: look when it has arrived.
  const lookSoon = () => setTimeout(look, 0);
  const repeat = setInterval(() => {
    if (!document.hidden) tell(ownActivity());
  }, REPEAT_MS);
  const stops = [onCarried(look), onOpenComplaint(look)];
  document.addEventListener('visibilitychange', look);
  document.addEventListener('focusin', lookSoon);
  document.addEventListener('focusout', lookSoon);
  look();
  const unfollow = followStream(
    presenceSubscription,
    {},
    {
      told: ({ presence }) =>
        setOthers(
          presence.members
            .filter(({ member }) => member.id !== ownId)
            .map(({ member: { id: memberId, name }, complaintId, activity }) => ({
              memberId,
              name,
              complaintId,
              activity,
            })),
        ),
      // Nobody knows any more who is here.
      broken: () => setOthers([]),
    },
  );
  return () => {
    unfollow();
    setOthers([]);
    clearInterval(repeat);
    for (const stop of stops) stop();
    document.removeEventListener('visibilitychange', look);
    document.removeEventListener('focusin', lookSoon);
    document.removeEventListener('focusout', lookSoon);
    pace.stop();
    tell({ complaintId: null, activity: 'AWAY' });
  };
}
