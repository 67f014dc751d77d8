/**
 * Public holidays by place: 'CN', with the weekends that are worked instead (调休), or a country, a state and a region of
 * other places: 'DE', 'DE-BY', 'DE-BY-A'. The libraries behind this are large; nothing that a browser loads imports it.
 */
import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';
import { DAY_MS, dayNumber, dayText } from './days.ts';
import { minuteOf } from './span-text.ts';

/** What the public authorities made of a day. */
export interface PublicDay {
  kind: 'PUBLIC_HOLIDAY' | 'MAKE_UP';
  nameZh: string;
  nameEn: string;
  /** Minutes after midnight from when on a holiday is free; most are from the first on, some begin at noon. */
  freeFrom: number;
}

/** Whether holidays are known for this place. */
export function isHolidayPlace(place: string): boolean {
  if (place === 'CN') return true;
  const [country = '', state, region, ...rest] = place.split('-');
  if (country === 'CN' || rest.length > 0 || !has(places.getCountries(), country)) return false;
  if (state === undefined) return true;
  if (!has(places.getStates(country), state)) return false;
  return region === undefined || has(places.getRegions(country, state), region);
}

/** A place whose holidays are known. */
export interface HolidayPlace {
  code: string;
  /** The code of the country that it is, or lies in. */
  country: string;
  /** A country's in English; a state's as it calls itself. */
  name: string;
}

/** The countries, each followed by its states; regions of states are left to who knows their code. */
export function holidayPlaces(): HolidayPlace[] {
  const countries: Record<string, string> = { ...places.getCountries('en'), CN: 'China' };
  return Object.entries(countries)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([country, name]) => {
      const states = country === 'CN' ? {} : ((places.getStates(country) ?? {}) as Record<string, string>);
      const below = Object.entries(states).map(([code, state]) => ({
        code: `${country}-${code}`,
        country,
        name: state,
      }));
      return [{ code: country, country, name }, ...below];
    });
}

/** What a day is in this place; null for an ordinary one. */
export function publicDay(place: string, day: string): PublicDay | null {
  return place === 'CN' ? chineseDay(day) : (yearOf(place, Number(day.slice(0, 4))).get(day) ?? null);
}

/**
 * The last year whose holidays are settled, null when they follow from rules for ever. China's are announced each
 * November for the next year; until a release brings them, such a year has none.
 */
export function holidaysKnownThrough(place: string): number | null {
  if (place !== 'CN') return null;
  let year = 2026;
  while (chineseDay(`${year + 1}-10-01`) !== null) year += 1;
  return year;
}

/** The library's word for the weekday depends on the zone of the process; its lists of special days do not. */
function chineseDay(day: string): PublicDay | null {
  const { name, work } = chineseDays.getDayDetail(day);
  const [nameEn = '', nameZh] = name.split(',');
  return nameZh === undefined ? null : { kind: work ? 'MAKE_UP' : 'PUBLIC_HOLIDAY', nameZh, nameEn, freeFrom: 0 };
}

const places = new Holidays();

/** A holiday of a place, on one day. */
type Listed = PublicDay & { day: string };

const years = new Map<string, ReadonlyMap<string, PublicDay>>();
const lists = new Map<string, readonly Listed[]>();

function yearOf(place: string, year: number): ReadonlyMap<string, PublicDay> {
  const key = `${place} ${year}`;
  const days = years.get(key) ?? merge(place, year);
  years.set(key, days);
  return days;
}

function listOf(place: string, year: number): readonly Listed[] {
  const key = `${place} ${year}`;
  const list = lists.get(key) ?? compute(place, year);
  lists.set(key, list);
  return list;
}

/** Holidays of several days may begin in the old year, and a substitute may be named in the list of the next. */
function merge(place: string, year: number): Map<string, PublicDay> {
  const days = new Map<string, PublicDay>();
  for (const { day, ...holiday } of [year - 1, year, year + 1].flatMap((of) => listOf(place, of))) {
    const known = days.get(day);
    if (known === undefined || holiday.freeFrom < known.freeFrom) days.set(day, holiday);
  }
  return days;
}

function compute(place: string, year: number): Listed[] {
  const [country = '', state = '', region = ''] = place.split('-');
  const source = new Holidays(country, state, region, { types: ['public'] });
  const chinese = new Map(source.getHolidays(year, 'zh').map((it) => [`${it.date} ${it.rule}`, it.name]));
  return source.getHolidays(year, 'en').flatMap(({ date, start, end, name, rule }) => {
    const first = dayNumber(date.slice(0, 10));
    // A day on which the clocks change has 23 or 25 hours.
    const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    const freeFrom = minuteOf(date.slice(11, 16));
    const nameZh = chinese.get(`${date} ${rule}`) ?? name;
    return Array.from({ length: count }, (_, i) => ({
      day: dayText(first + i),
      kind: 'PUBLIC_HOLIDAY' as const,
      nameZh,
      nameEn: name,
      freeFrom,
    }));
  });
}

function has(names: Record<string, string> | undefined, code: string): boolean {
  return names !== undefined && Object.hasOwn(names, code);
}
