import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canSee, departmentsOf, scopeOf } from '@redress/domain/rules/principal';
import type { Principal } from '@redress/domain/rules/principal';
import { ROLES } from '@redress/domain/rules/vocabulary';
import type { Role } from '@redress/domain/rules/vocabulary';
import { grants, holds, member, principals } from './arbitraries.ts';

const IN_A_DEPARTMENT: readonly Role[] = ['AGENT', 'DEPARTMENT_HEAD', 'DEPUTY_HEAD'];
const OVER_ALL: readonly Role[] = ['SUPERVISOR', 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER', 'OWNER', 'AUDITOR'];

const sees = (principal: Principal, ...seenBy: string[]) => canSee(scopeOf(principal), seenBy);

describe('sight', () => {
  test.each(IN_A_DEPARTMENT)(
    '[VIS1] a member who is %s sees what is granted to them or to their department',
    (role) => {
      const wang = member('member-1', holds(role, 'department-a'));
      expect(sees(wang, 'department-a')).toBe(true);
      expect(sees(wang, 'member-1')).toBe(true);
      expect(sees(wang, 'department-b', 'member-2')).toBe(false);
      expect(sees(wang)).toBe(false);
    },
  );

  test('[VIS1] one who works in two departments sees what either sees', () => {
    const wang = member('member-1', holds('AGENT', 'department-a'), holds('DEPUTY_HEAD', 'department-b'));
    expect(departmentsOf(wang)).toEqual(['department-a', 'department-b']);
    expect(sees(wang, 'department-b')).toBe(true);
    expect(sees(wang, 'department-c')).toBe(false);
  });

  test.each(OVER_ALL)('[VIS2] a %s sees every complaint, granted or not', (role) => {
    expect(sees(member('member-1', holds(role)))).toBe(true);
    expect(sees(member('member-1', holds(role, 'department-a')), 'department-c')).toBe(true);
  });

  test('[VIS2] an administrator without another role sees none; with one, what that role sees', () => {
    const admin = member('member-1', holds('ADMIN'));
    expect(sees(admin, 'member-1', 'department-a', 'department-b', 'department-c')).toBe(false);
    const agentToo = member('member-1', holds('ADMIN'), holds('AGENT', 'department-a'));
    expect([sees(agentToo, 'department-a'), sees(agentToo, 'department-b')]).toEqual([true, false]);
    expect(sees(member('member-1'), 'member-1')).toBe(false);
  });

  test('[VIS2] a token sees every complaint whatever its scopes, and one without any sees none', () => {
    const token = (...scopes: ('READ' | 'ACT')[]) =>
      ({ kind: 'INTEGRATION', id: 'token-1', name: 'till', scopes }) as const;
    expect([token('READ'), token('ACT'), token('READ', 'ACT')].every((principal) => sees(principal))).toBe(true);
    expect(sees(token(), 'token-1')).toBe(false);
  });

  test('[VIS1] a customer sees nothing through the board', () => {
    expect(sees({ kind: 'CUSTOMER' }, 'department-a', 'member-1')).toBe(false);
  });

  test('[VIS1] every role is either of a department, over all, or the administrator’s', () => {
    expect([...IN_A_DEPARTMENT, ...OVER_ALL, 'ADMIN'].sort()).toEqual([...ROLES].sort());
  });
});

describe('scopes', () => {
  test('[VIS1] equal keys mean equal sight, so that one answer may serve all of a scope', () => {
    fc.assert(
      fc.property(principals, principals, grants, (one, other, seenBy) => {
        const [a, b] = [scopeOf(one), scopeOf(other)];
        fc.pre(a.key === b.key);
        expect(canSee(a, seenBy)).toBe(canSee(b, seenBy));
        expect(a.grantees).toEqual(b.grantees);
      }),
      { numRuns: 300 },
    );
  });

  test('[VIS1] a further grant never takes sight away', () => {
    fc.assert(
      fc.property(principals, grants, grants, (principal, some, more) => {
        const scope = scopeOf(principal);
        if (canSee(scope, some)) expect(canSee(scope, [...some, ...more])).toBe(true);
      }),
    );
  });
});
