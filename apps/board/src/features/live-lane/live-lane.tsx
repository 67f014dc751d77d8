import { IconActivity, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { addMessages } from '../../i18n/catalogue.ts';
import { liveLaneMessages } from '../../i18n/messages/live-lane.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LaneItem } from '../../live/live-lane.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { LaneEntry } from './lane-entry.tsx';
import { setLaneSettings, useLaneSettings } from './lane-settings.ts';
import { chime } from './lane-sound.ts';
import classes from './live-lane.module.css';
import { SpokenLane } from './spoken-lane.tsx';
import { useLane } from './use-lane.ts';

addMessages(liveLaneMessages);

/**
 * Handoffs and breaches as they happen, in one calm line over the columns. It takes no focus, makes no sound unless it
 * was told to, and stands still while somebody points at it or goes through it by keys.
 */
export function LiveLane() {
  const t = useT();
  const items = useLane();
  const { folded, sound } = useLaneSettings();
  const shown = useStillWhileLooked(items);
  const fold = () => setLaneSettings({ folded: !folded });
  const switchSound = () => {
    setLaneSettings({ sound: !sound });
    if (!sound) chime(Date.now());
  };
  const soundWords = sound ? 'liveLane.soundOff' : 'liveLane.soundOn';
  const foldWords = folded ? 'liveLane.unfold' : 'liveLane.fold';
  useCommands(() =>
    [
      { id: 'lane.sound', words: soundWords, run: switchSound } as const,
      { id: 'lane.fold', words: foldWords, run: fold } as const,
    ].map(({ id, words, run }) => ({
      id,
      label: `${t('liveLane.title')} · ${t(words)}`,
      also: `live sound ${inBothLanguages('liveLane.title')} ${inBothLanguages(words)}`,
      key: null,
      run,
      isDeep: true,
    })),
  );
  return (
    <section className={classes.lane} aria-label={t('liveLane.title')} {...shown.handlers}>
      <button type="button" className={classes.tool} aria-expanded={!folded} title={t(foldWords)} onClick={fold}>
        <IconActivity size={15} stroke={1.8} aria-hidden />
        {t('liveLane.title')}
        {folded && items.length > 0 && <span className={classes.count}>{items.length}</span>}
      </button>
      {!folded && (
        <ul className={classes.items}>
          {shown.items.length === 0 && <li className={classes.calm}>{t('liveLane.calm')}</li>}
          {shown.items.map((item) => (
            <LaneEntry key={item.key} item={item} />
          ))}
        </ul>
      )}
      <button
        type="button"
        className={classes.tool}
        aria-pressed={sound}
        aria-label={t('liveLane.sound')}
        title={t(soundWords)}
        onClick={switchSound}
      >
        {sound ? (
          <IconVolume size={15} stroke={1.8} aria-hidden />
        ) : (
          <IconVolumeOff size={15} stroke={1.8} aria-hidden />
        )}
      </button>
      {!folded && <SpokenLane items={items} />}
    </section>
  );
}

/** What is pressed must not slip away from under the pointer: nothing new shows until it, and the focus, have left. */
function useStillWhileLooked(items: readonly LaneItem[]) {
  const [still, setStill] = useState<readonly LaneItem[] | null>(null);
  const reasons = useRef(new Set<'pointer' | 'focus'>());
  const begin = (reason: 'pointer' | 'focus') => {
    reasons.current.add(reason);
    setStill((now) => now ?? items);
  };
  const end = (reason: 'pointer' | 'focus') => {
    reasons.current.delete(reason);
    if (reasons.current.size === 0) setStill(null);
  };
  return {
    items: still ?? items,
    handlers: {
      onPointerEnter: () => begin('pointer'),
      onPointerLeave: () => end('pointer'),
      onFocus: () => begin('focus'),
      // From one item to the next it does not leave.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) end('focus');
      },
    },
  };
}
