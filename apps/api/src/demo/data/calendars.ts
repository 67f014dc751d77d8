/**
 * When the demo company works. Whoever meets customers works around the clock, so that the demo has clocks that run
 * whenever it is opened; the offices keep office hours with China's holidays and make-up working days.
 */
import type { CalendarPolicy } from '@redress/domain/rules/calendar';
import { company } from './company.ts';

const AROUND_THE_CLOCK = [{ from: '00:00', to: '24:00' }];
const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

const everyDay = (spans: CalendarPolicy['week']['1']): CalendarPolicy['week'] => ({
  '1': spans,
  '2': spans,
  '3': spans,
  '4': spans,
  '5': spans,
  '6': spans,
  '7': spans,
});

/** Calendars by their codes. */
export const calendars: Record<'STANDARD' | 'OFFICE', CalendarPolicy> = {
  STANDARD: {
    nameZh: '全天候（客服、物流、门店）',
    nameEn: 'Around the clock (service, logistics, stores)',
    timeZone: company.timeZone,
    week: everyDay(AROUND_THE_CLOCK),
    holidays: null,
    makeUp: null,
    days: [],
  },
  OFFICE: {
    nameZh: '总部办公时间',
    nameEn: 'Head office',
    timeZone: company.timeZone,
    week: { ...everyDay(OFFICE), '6': [], '7': [] },
    holidays: 'CN',
    makeUp: null,
    days: [{ day: '2026-12-31', spans: [{ from: '09:00', to: '12:00' }], name: '年终盘点' }],
  },
};
