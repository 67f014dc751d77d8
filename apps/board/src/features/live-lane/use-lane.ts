import { useEffect, useState } from 'react';
import { serverClock } from '../../app/clock.ts';
import { withEvent } from '../../live/live-lane.ts';
import type { LaneItem } from '../../live/live-lane.ts';
import { useBoard } from '../board/board-context.tsx';
import { laneSettings } from './lane-settings.ts';
import { chime } from './lane-sound.ts';

/** What others did since the board was opened, by its own stream. A burst of events costs one rendering. */
export function useLane(): readonly LaneItem[] {
  const { store } = useBoard();
  const [items, setItems] = useState<readonly LaneItem[]>([]);
  useEffect(() => {
    let lane: readonly LaneItem[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = store.onEventByOthers((event) => {
      const next = withEvent(lane, event, serverClock.now());
      if (next === lane) return;
      lane = next;
      timer ??= setTimeout(() => {
        timer = null;
        setItems(lane);
        if (laneSettings().sound) chime(Date.now());
      }, GATHER_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
      setItems([]);
    };
  }, [store]);
  return items;
}

/** Events within this time are shown together, in milliseconds. */
const GATHER_MS = 100;
