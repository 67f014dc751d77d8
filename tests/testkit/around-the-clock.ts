/** Policies of a company that works around the clock, so that a test runs the same whenever it runs. */
import type { DirectoryPutInput } from '@redress/domain/actions/directory-put';
import type { CalendarPolicy } from '@redress/domain/rules/calendar';

const WHOLE_DAY = [{ from: '00:00', to: '24:00' }];

const WHOLE_DAYS: CalendarPolicy = {
  nameZh: '全天候',
  nameEn: 'Around the clock',
  timeZone: 'Asia/Shanghai',
  week: { 1: WHOLE_DAY, 2: WHOLE_DAY, 3: WHOLE_DAY, 4: WHOLE_DAY, 5: WHOLE_DAY, 6: WHOLE_DAY, 7: WHOLE_DAY },
  holidays: null,
  makeUp: null,
  days: [],
};

export const AROUND_THE_CLOCK: NonNullable<DirectoryPutInput['policies']> = [
  { kind: 'calendar', key: 'STANDARD', value: WHOLE_DAYS },
  { kind: 'quietHours', key: 'COMPANY', value: { hours: null } },
];
