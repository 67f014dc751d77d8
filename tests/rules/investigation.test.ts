import { isConcerned, readsResponsibility } from '@redress/domain/rules/investigation';
import { expect, test } from 'vitest';
import { holds, member } from './arbitraries.ts';

test('[IV7] a head reads whose fault it was when it was their own department', () => {
  const head = member('member-1', holds('DEPARTMENT_HEAD', 'department-a'));
  expect(readsResponsibility(head, 'department-a')).toBe(true);
  expect(readsResponsibility(head, 'department-b')).toBe(false);
  expect(readsResponsibility(head, null)).toBe(false);
  expect(readsResponsibility({ kind: 'INTEGRATION', id: 't', name: 'bi', scopes: ['ACT'] }, 'department-a')).toBe(
    false,
  );
});

test('[IV10] a complaint is about people, never about a token or the product', () => {
  expect(isConcerned(member('member-1'), ['member-1'])).toBe(true);
  expect(isConcerned(member('member-2'), ['member-1'])).toBe(false);
  expect(isConcerned({ kind: 'SYSTEM', name: 'setup' }, ['member-1'])).toBe(false);
});
