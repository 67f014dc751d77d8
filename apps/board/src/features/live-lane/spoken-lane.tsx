import { VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { LaneItem } from '../../live/live-lane.ts';
import { laneWords } from './lane-words.ts';

/** How long the lane gathers before it says something, and says no more; in milliseconds. */
const GATHER_MS = 15_000;
/** More items than so many are only counted. */
const MOST_SAID = 2;

/** What came in, for those who hear the board: politely, and never more often than four times a minute. */
export function SpokenLane({ items }: { items: readonly LaneItem[] }) {
  const t = useT();
  const locale = useLocale();
  const [said, setSaid] = useState('');
  const saidUpTo = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const newest = items[0]?.at ?? 0;

  const speak = useEffectEvent(() => {
    timer.current = null;
    const fresh = items.filter(({ at }) => at > saidUpTo.current);
    saidUpTo.current = newest;
    const words = fresh.slice(0, MOST_SAID).map((item) => laneWords(item, t, locale));
    const rest = fresh.length - words.length;
    setSaid([...words, ...(rest > 0 ? [t('liveLane.more', { n: rest })] : [])].join(t('common.comma')));
  });
  // The first event since the last words starts the wait; later ones don't put it off.
  useEffect(() => {
    if (newest > saidUpTo.current) timer.current ??= setTimeout(() => speak(), GATHER_MS);
  }, [newest]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
