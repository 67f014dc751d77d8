import { dutyRights, mayRemoveFile, ownDuty, promiseRights } from '@redress/board/features/complaint/commitment-rights';
import type { Who } from '@redress/board/features/complaint/commitment-rights';
import type { Role } from '@redress/domain/rules/vocabulary';
import { describe, expect, test } from 'vitest';

type Duty = Parameters<typeof dutyRights>[2];
type Pledge = Parameters<typeof promiseRights>[2];

const department = (id: string) => ({ id, code: id, nameZh: id, nameEn: id, shortName: id });
const who = (id: string, ...roles: [Role, string | null][]): Who => ({
  member: { id },
  roles: roles.map(([role, held]) => ({ role, department: held === null ? null : department(held) })),
});

const COORDINATOR = who('coordinator', ['COORDINATOR', null]);
const HEAD = who('head', ['DEPARTMENT_HEAD', 'warehouse']);
const DEPUTY = who('deputy', ['DEPUTY_HEAD', 'warehouse']);
const PACKER = who('packer', ['AGENT', 'warehouse']);
const HANDLING_HEAD = who('handling-head', ['DEPARTMENT_HEAD', 'logistics']);
const DRIVER = who('driver', ['AGENT', 'logistics']);
const AUDITOR = who('auditor', ['AUDITOR', null]);

const COMPLAINT = { department: department('logistics') } as Parameters<typeof dutyRights>[1];
const duty = (facts: Partial<Duty> = {}) =>
  ({
    id: 'duty',
    department: department('warehouse'),
    givenBy: { id: 'driver', name: 'driver' },
    owner: null,
    isFromTemplate: false,
    doneAt: null,
    waivedAt: null,
    ...facts,
  }) as unknown as Duty;
const NOTHING = { done: false, waive: false, take: false, assign: false };
const rights = (viewer: Who, facts: Partial<Duty> = {}) => dutyRights(viewer, COMPLAINT, duty(facts));

describe('what a viewer may do with a duty', () => {
  test('[DU2] its department reports it done, who gave it waives it, a coordinator does both', () => {
    expect(rights(PACKER)).toMatchObject({ done: true, waive: false });
    expect(rights(DRIVER)).toMatchObject({ done: false, waive: true });
    expect(rights(COORDINATOR)).toMatchObject({ done: true, waive: true });
    for (const other of [HANDLING_HEAD, AUDITOR]) {
      expect(rights(other)).toEqual(NOTHING);
    }
  });

  test("[NA11] the next of their own, or of their department while it is nobody's, is theirs to do", () => {
    const early = { id: 'early', dueAt: '2026-11-01T08:00:00Z' };
    const late = { id: 'late', dueAt: '2026-11-02T08:00:00Z' };
    const done = { id: 'done', dueAt: '2026-10-01T08:00:00Z', doneAt: '2026-10-01T07:00:00Z' };
    const packers = { id: 'packer', name: 'packer' };
    const list = [duty({ id: 'someday', dueAt: null }), duty(late), duty({ ...early, owner: packers }), duty(done)];
    expect(ownDuty(PACKER, list)?.id).toBe('early');
    expect(ownDuty(HEAD, list)?.id).toBe('late');
    for (const other of [DRIVER, COORDINATOR]) expect(ownDuty(other, list)).toBeNull();
    expect(ownDuty(PACKER, [duty(done)])).toBeNull();
  });

  test('[DU7] head and deputy of its department say who does it; a member takes it, once', () => {
    for (const leader of [HEAD, DEPUTY]) {
      expect(rights(leader)).toMatchObject({ done: true, assign: true, take: false });
    }
    expect(rights(HANDLING_HEAD)).toMatchObject({ assign: false, take: false });
    expect(rights(COORDINATOR)).toMatchObject({ assign: true, take: false });
    expect(rights(PACKER)).toMatchObject({ assign: false, take: true });
    expect(rights(PACKER, { owner: { id: 'packer', name: 'packer' } }).take).toBe(false);
    expect(rights(PACKER, { owner: { id: 'other', name: 'other' } }).take).toBe(true);
  });

  test('[DU10] what a template gave, the head of the handling department waives too', () => {
    const template = { isFromTemplate: true, givenBy: null };
    expect(rights(HANDLING_HEAD, template).waive).toBe(true);
    for (const other of [HEAD, DRIVER, PACKER]) expect(rights(other, template).waive).toBe(false);
    expect(dutyRights(HANDLING_HEAD, { department: null }, duty(template)).waive).toBe(false);
  });

  test('[DU2] one that has ended leaves nothing to do', () => {
    for (const viewer of [COORDINATOR, PACKER]) {
      expect(rights(viewer, { doneAt: '2026-11-21T08:00:00Z' })).toEqual(NOTHING);
      expect(rights(viewer, { waivedAt: '2026-11-21T08:00:00Z' })).toEqual(NOTHING);
    }
  });
});

describe('what a viewer may do with a promise', () => {
  const pledge = (facts: Partial<Pledge> = {}) =>
    ({ id: 'promise', state: 'OPEN', madeBy: { id: 'driver', name: 'driver' }, ...facts }) as unknown as Pledge;
  const on = (promise: boolean) => ({ viewerCan: { promise } });

  test('[PM4] who may make one reports it kept', () => {
    expect(promiseRights(PACKER, on(true), pledge()).keep).toBe(true);
    expect(promiseRights(PACKER, on(false), pledge()).keep).toBe(false);
  });

  test('[PM5] who made it, and a coordinator, say that the customer released it', () => {
    expect(promiseRights(DRIVER, on(true), pledge()).release).toBe(true);
    expect(promiseRights(COORDINATOR, on(true), pledge({ madeBy: null })).release).toBe(true);
    expect(promiseRights(HANDLING_HEAD, on(true), pledge()).release).toBe(false);
  });

  test('[PM5] the server refuses whoever only reads by now, and so it is not offered to them', () => {
    const auditor = who('driver', ['AUDITOR', null]);
    expect(promiseRights(auditor, on(false), pledge()).release).toBe(false);
    expect(dutyRights(auditor, COMPLAINT, duty()).waive).toBe(false);
  });

  test('[PM5] one that has ended leaves nothing to do', () => {
    for (const state of ['KEPT', 'RELEASED'] as const) {
      expect(promiseRights(COORDINATOR, on(true), pledge({ state }))).toEqual({ keep: false, release: false });
    }
  });
});

test('[FL9] a file is removed by who attached it, the handling head or a coordinator, at the button as at the server', () => {
  const removers = (by: string | null) =>
    [COORDINATOR, HANDLING_HEAD, DRIVER, PACKER, HEAD, AUDITOR]
      .filter((viewer) => mayRemoveFile(viewer, COMPLAINT, { by: by === null ? null : { id: by } }))
      .map(({ member }) => member.id);
  expect(removers('packer')).toEqual(['coordinator', 'handling-head', 'packer']);
  expect(removers(null)).toEqual(['coordinator', 'handling-head']);
  expect(removers('auditor')).toEqual(['coordinator', 'handling-head']);
});
