import { adoptStages } from '@redress/board/app/stages';
import { limitsOf } from '@redress/board/features/lanes/lane-limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import './first-texts.ts';

const wip = { column: 9, department: 4, departments: [{ departmentCode: 'warehouse', limit: 2 }], enforced: false };
beforeAll(() => adoptStages([{ stage: 'CONFIRMED', nameZh: '受理', nameEn: 'Confirmed', required: [], wip }]));
afterAll(() => adoptStages([]));

type Viewer = Parameters<typeof limitsOf>[2];
const viewer = (seesAll: boolean, ...departments: string[]) =>
  ({ permissions: { seesAll }, roles: departments.map((code) => ({ department: { code } })) }) as unknown as Viewer;
const coordinator = viewer(true);

test('[WL7] a cell shows its department’s limit', () => {
  const limitOf = limitsOf('department', { lanes: 'department' }, coordinator, true);
  expect(limitOf('logistics', 'CONFIRMED')).toBe(4);
  expect(limitOf('warehouse', 'CONFIRMED')).toBe(2);
  expect(limitOf('logistics', 'RESOLVING')).toBeNull();
  expect(limitOf('', 'CONFIRMED')).toBeNull();
});

test('[WL7] it shows none where the cell may hold only a part: of other lanes, narrowed, unloaded, out of sight', () => {
  const limit = (...args: Parameters<typeof limitsOf>) => limitsOf(...args)('logistics', 'CONFIRMED');
  expect(limit('severity', {}, coordinator, true)).toBeNull();
  expect(limit('department', { severity: 'URGENT' }, coordinator, true)).toBeNull();
  expect(limit('department', {}, coordinator, false)).toBeNull();
  expect(limit('department', {}, viewer(false, 'warehouse'), true)).toBeNull();
  expect(limit('department', {}, viewer(false, 'logistics'), true)).toBe(4);
  expect(limit('department', { department: 'logistics,warehouse', stage: 'CONFIRMED' }, coordinator, true)).toBe(4);
});
