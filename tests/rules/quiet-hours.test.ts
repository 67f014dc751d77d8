import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterQuietHours, isQuiet, QUIET_HOURS_SHAPE } from '@redress/domain/rules/quiet-hours';
import type { QuietHours } from '@redress/domain/rules/quiet-hours';
import { LocalClock } from './local-clock.ts';

const quiet = (from: string, to: string, timeZone = 'Europe/Berlin'): QuietHours => ({ from, to, timeZone });
const NIGHT = quiet('22:00', '07:00');
const after = (hours: QuietHours | null, moment: string) => afterQuietHours(hours, new Date(moment)).toISOString();

describe('quiet hours', () => {
  test('[CAL15] let through what comes outside of them, and hold the rest until they end', () => {
    expect(after(NIGHT, '2026-11-23T20:59:59.999Z')).toBe('2026-11-23T20:59:59.999Z');
    expect(after(NIGHT, '2026-11-23T21:00:00.000Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(after(NIGHT, '2026-11-24T05:59:59.999Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(after(NIGHT, '2026-11-24T06:00:00.000Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(after(quiet('12:00', '13:00'), '2026-11-24T11:30:00.000Z')).toBe('2026-11-24T12:00:00.000Z');
    expect(after(quiet('00:00', '08:00'), '2026-11-23T23:00:00.000Z')).toBe('2026-11-24T07:00:00.000Z');
    expect(after(quiet('20:00', '00:00'), '2026-11-23T22:00:00.000Z')).toBe('2026-11-23T23:00:00.000Z');
  });

  test('[CAL15] end by the local clock, also in the nights when it changes', () => {
    expect(after(NIGHT, '2026-03-28T22:00:00.000Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(after(NIGHT, '2026-10-24T22:00:00.000Z')).toBe('2026-10-25T06:00:00.000Z');
    // 02:30 never comes: the clock jumps over the end.
    expect(after(quiet('22:00', '02:30'), '2026-03-29T00:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('[CAL15] are what the local clock shows, and what they hold comes at their first end', () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai');
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, zone, moment, (from, to, timeZone, at) => {
        fc.pre(from !== to);
        const hours = quiet(from, to, timeZone);
        const { minute } = new LocalClock(timeZone).read(at);
        const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(isQuiet(hours, at)).toBe(from < to ? from <= text && text < to : from <= text || text < to);
        const end = afterQuietHours(hours, at);
        expect(isQuiet(hours, end)).toBe(false);
        if (isQuiet(hours, at)) expect(isQuiet(hours, new Date(end.getTime() - 1))).toBe(true);
        else expect(end).toEqual(at);
      }),
    );
  });

  test('[CAL15] that somebody does not have are never quiet', () => {
    expect(isQuiet(null, new Date(0))).toBe(false);
    expect(after(null, '2026-11-23T23:00:00.000Z')).toBe('2026-11-23T23:00:00.000Z');
  });

  test('[CAL15] without an end, at no time or in no zone, are refused there', () => {
    const wrong = (value: unknown) =>
      QUIET_HOURS_SHAPE.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    expect(wrong(NIGHT)).toBeUndefined();
    expect(wrong(null)).toBeUndefined();
    expect(wrong(quiet('22:00', '22:00'))).toEqual(['to: quietWithoutEnd']);
    expect(wrong(quiet('22:00', '24:00'))).toEqual(['to: malformedTime']);
    expect(wrong(quiet('22:00', '07:00', 'Nowhere'))).toEqual(['timeZone: unknownTimeZone']);
    expect(wrong({ ...NIGHT, loud: true })).toEqual([': invalid']);
  });
});
