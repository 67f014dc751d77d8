import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useLocale } from '../../i18n/use-t.ts';
import { WHOLE_DAYS } from './duration-fields.ts';
import type { Workdays } from './duration-fields.ts';
import type { RunsIn } from './runs-in.ts';
import { calendarsQuery } from './settings-documents.ts';

const COMPANY = 'STANDARD';

interface Week {
  week: readonly { spans: readonly { from: string; to: string }[] }[];
}

const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The open minutes of the first weekday that has any: what a working day is worth. */
export function workday({ week }: Week): number {
  const lengths = week.map(({ spans }) => spans.reduce((sum, { from, to }) => sum + minute(to) - minute(from), 0));
  return lengths.find((length) => length > 0) ?? WHOLE_DAYS.ALWAYS;
}

export interface CalendarChoice {
  code: string;
  name: string;
  timeZone: string;
}

export interface Calendars {
  /** The calendars that can be chosen, by code; empty until they are here. */
  calendars: readonly CalendarChoice[];
  workdays: Workdays;
  /** By whose calendar a day is counted in this time; null around the clock. */
  calendarOf: (runsIn: RunsIn) => CalendarChoice | null;
}

/** The company's calendars, and what a working day is worth by them. Departments are counted by the company's own. */
export function useCalendars(): Calendars {
  const locale = useLocale();
  const [{ data }] = useQuery({ query: calendarsQuery, requestPolicy: 'cache-and-network' });
  return useMemo(() => {
    const desks = data?.desks?.value.__typename === 'DesksPolicy' ? data.desks.value : null;
    const codes: Record<RunsIn, string | null> = {
      ALWAYS: null,
      DEPARTMENT: COMPANY,
      INTAKE: desks?.intake ?? COMPANY,
      COORDINATION: desks?.coordination ?? COMPANY,
      NATIONAL: desks?.national ?? COMPANY,
    };
    const known = (data?.calendars ?? []).flatMap(({ key, value }) =>
      value.__typename === 'CalendarPolicy' ? [{ key, value }] : [],
    );
    const find = (code: string | null) => known.find(({ key }) => key === code);
    const choice = ({ key, value }: (typeof known)[number]): CalendarChoice => ({
      code: key,
      name: locale === 'en' ? value.nameEn : value.nameZh,
      timeZone: value.timeZone,
    });
    const worth = (code: string | null) => {
      const found = find(code);
      return found === undefined ? WHOLE_DAYS.ALWAYS : workday(found.value);
    };
    return {
      calendars: known.map(choice),
      workdays: Object.fromEntries(Object.entries(codes).map(([time, code]) => [time, worth(code)])) as Workdays,
      calendarOf(runsIn) {
        const found = find(codes[runsIn]);
        return found === undefined ? null : choice(found);
      },
    };
  }, [data, locale]);
}
