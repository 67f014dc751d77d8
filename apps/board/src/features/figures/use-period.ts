import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { serverClock } from '../../app/clock.ts';
import { PERIOD_DAYS, periodOf } from './period.ts';
import type { Period } from './period.ts';

const HOUR_MS = 3_600_000;

/** The period of the URL as two moments, and the way to another one. */
export function usePeriod() {
  const navigate = useNavigate();
  const period = periodOf(useSearch({ from: '/signed-in/figures/$of' }).period);
  const span = useMemo(() => {
    // Up to the next full hour: going back and forth between periods asks for the same times again.
    const before = Math.ceil(serverClock.now() / HOUR_MS) * HOUR_MS;
    const from = before - PERIOD_DAYS[period] * 24 * HOUR_MS;
    return { from: new Date(from).toISOString(), before: new Date(before).toISOString() };
  }, [period]);
  const choose = (one: Period) => {
    void navigate({ from: '/figures/$of', search: { period: one }, replace: true });
  };
  return { period, span, choose };
}
