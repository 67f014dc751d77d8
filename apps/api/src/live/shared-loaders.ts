/**
 * Groups of one sight tell the same events at the same time, each in its own words. What they read for it is read once:
 * loaders are shared between executions for one scope and one last number. They were made after that number had been
 * heard, so nothing that is read through them is older than the events that it is told with; nor are the cards that the
 * process holds, once it has moved on to that number.
 */
import type { HeldBoard } from '@redress/domain/reads/held-board';
import { canSee } from '@redress/domain/rules/principal';
import type { Scope } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import { createLoaders } from '@redress/schema/loaders';
import type { HeldViews, Loaders } from '@redress/schema/loaders';

/** Long enough for all groups to have their turn, short enough to hold few complaints. */
const SHARED_FOR_MS = 500;

export function sharedLoaders(db: Database, board: HeldBoard): (scope: Scope, seq: number) => Loaders {
  const shared = new Map<string, Loaders>();
  // A replay may be read from the log further than this process has heard: its cards are older than that.
  const heldAt = (seq: number): HeldViews => {
    return (id, scope) => {
      const card = board.hasReached(seq) ? board.card(id) : undefined;
      return card && (canSee(scope, card.grants) ? card.view : null);
    };
  };
  return (scope, seq) => {
    const key = `${scope.key}/${seq}`;
    let loaders = shared.get(key);
    if (loaders === undefined) {
      loaders = createLoaders(db, scope, heldAt(seq));
      shared.set(key, loaders);
      setTimeout(() => shared.delete(key), SHARED_FOR_MS).unref();
    }
    return loaders;
  };
}
