import { Button } from '@mantine/core';
import { Notice } from '../../ui/notice.tsx';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';

/** One field that says something else than what was typed: what it says now, in words and as the field holds it. */
export interface Difference {
  label: string;
  words: string;
  take: () => void;
}

/** Somebody else changed the series meanwhile: what they wrote, beside what was typed, which stays until it is given up. */
export function SeriesConflict({ differences }: { differences: readonly Difference[] }) {
  const t = useMeetingT();
  return (
    <Notice kind="problem">
      <p className={classes.conflictHead}>{t('meeting.conflict')}</p>
      <ul className={classes.conflict}>
        {differences.map(({ label, words, take }) => (
          <li key={label}>
            <span>
              <strong>{label}</strong> {words === '' ? t('meeting.conflictEmpty') : words}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('meeting.conflictTakeThis', { field: label })}
              onClick={take}
            >
              {t('meeting.conflictTake')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
