import { TextInput } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { durationText, parseDuration } from './duration.ts';
import type { RunsIn } from './runs-in.ts';
import { useCalendars } from './use-calendars.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  label: string;
  value: string;
  /** In whose time it runs: there a day is a working day. */
  runsIn: RunsIn;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A length of time as one says it; below it how it is understood, when that is not plain. */
export function DurationField({ label, value, runsIn, error, onChange }: Props) {
  const t = useT();
  const s = useSettingsT();
  const { workdays, calendarOf } = useCalendars();
  const day = workdays[runsIn];
  const minutes = parseDuration(value, day);
  const read = () => {
    if (minutes === null) return '';
    const calendar = calendarOf(runsIn);
    if (calendar !== null && minutes >= day && minutes % (day / 2) === 0) {
      const name = calendar.name;
      return s('settings.duration.workdays', { n: minutes / day, name, day: durationText(day, t, false) });
    }
    const words = durationText(minutes, t, calendar === null);
    return words === value.trim() ? '' : `= ${words}`;
  };
  return (
    <TextInput
      label={label}
      // It follows what is typed, below it, so that nothing moves under the hand.
      description={read()}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={s('settings.duration.example')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
