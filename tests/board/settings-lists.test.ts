/** Forms of settings that are lists: what they show is what they send, and what they say is true. */
import './first-texts.ts';
import { listOf, listText, withChange, withMove, withRow } from '@redress/board/features/settings/form-list';
import type { Row } from '@redress/board/features/settings/form-list';
import { ladderFields, ladderInput, unreadableSteps } from '@redress/board/features/settings/ladder/ladder-form';
import type { LadderValue } from '@redress/board/features/settings/ladder/ladder-form';
import { ladderTold } from '@redress/board/features/settings/ladder/ladder-words';
import { middleOf, quietSpans } from '@redress/board/features/settings/quiet/quiet-form';
import { daysOf, localTime, weekStart } from '@redress/board/features/settings/roster/week-days';
import { templateFields, templateInput } from '@redress/board/features/settings/templates/template-form';
import type { TemplateValue } from '@redress/board/features/settings/templates/template-form';
import { addMessages } from '@redress/board/i18n/catalogue';
import { settingsMessages } from '@redress/board/i18n/messages/settings';
import { ladderMessages } from '@redress/board/i18n/messages/settings-ladder';
import { translator } from '@redress/board/i18n/translate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

addMessages(settingsMessages);
addMessages(ladderMessages);
const [zh, en] = [translator('zh-CN'), translator('en')];

const step = (facts: Partial<LadderValue['urgent'][number]> = {}): LadderValue['urgent'][number] => ({
  afterMinutes: 0,
  roles: ['ASSIGNEE'],
  members: [],
  supervise: false,
  onlyCategories: null,
  categories: null,
  ...facts,
});

describe('lists of a form', () => {
  test('[PO18] rows keep who they are while they come, change places and change', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(-1, 1)), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (steps) => {
        let list: (Row & { name: string })[] = [];
        for (const name of 'abcde') list = withRow(list, { name });
        for (const [id, by] of steps) list = withMove(list, id, by);
        expect(new Set(list.map(({ id }) => id))).toEqual(new Set([0, 1, 2, 3, 4]));
        expect(list.every(({ id, name }) => name === 'abcde'[id])).toBe(true);
        expect(withChange(list, 2, { name: 'x' }).filter(({ name }) => name === 'x')).toHaveLength(1);
      }),
    );
    expect(withMove([{ id: 0 }, { id: 1 }], 1, -1)).toEqual([{ id: 1 }, { id: 0 }]);
    expect(listOf({ steps: listText([{ name: 'a' }]) }, 'steps')).toEqual([{ name: 'a', id: 0 }]);
    expect(listOf({ steps: 'no list' }, 'steps')).toEqual([]);
  });

  test('[PO18] a ladder and a template are sent as they were read, in either language', () => {
    const minutes = fc.integer({ min: 0, max: 43_200 });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 5 }), fc.constantFrom(zh, en), (times, t) => {
        const urgent = times.map((afterMinutes) => step({ afterMinutes, onlyCategories: ['delivery'] }));
        const ladder: LadderValue = { __typename: 'LadderPolicy', urgent, important: [step()], general: [] };
        const sent = ladderInput(ladderFields(ladder, t));
        expect(sent.urgent.map(({ afterMinutes }) => afterMinutes)).toEqual(times);
        expect(sent.urgent[0]).toEqual({
          ...step({ afterMinutes: times[0]! }),
          categories: undefined,
          onlyCategories: ['delivery'],
        });
        expect(sent.general).toEqual([]);
        const duties = times.map((length) => ({
          departmentCode: 'logistics',
          department: null,
          what: '核对',
          whatEn: 'Check',
          minutes: length + 1,
          owner: null,
        }));
        const template: TemplateValue = { __typename: 'DutyTemplatePolicy', duties };
        // Whatever a working day is worth: minutes are told in hours.
        const lines = templateInput(templateFields(template, t), 480).duties;
        expect(lines.map((line) => line.minutes)).toEqual(times.map((length) => length + 1));
      }),
    );
  });

  test('[PO18] a time that can’t be read is named by its place', () => {
    const rows = listText([{ after: '1h30' }, { after: 'soon' }]);
    expect(unreadableSteps({ urgent: rows, important: '[]', general: rows })).toEqual([
      'urgent.1.afterMinutes',
      'general.1.afterMinutes',
    ]);
  });

  test('[PO18] a ladder is said in one sentence', () => {
    const only = { code: 'safety', nameZh: '安全', nameEn: 'Safety', isArchived: false };
    const urgent = [
      step({ roles: ['ASSIGNEE', 'DEPARTMENT_LEADS'] }),
      step({ roles: ['OWNER'], onlyCategories: ['safety'], categories: [only] }),
      step({
        afterMinutes: 90,
        roles: [],
        members: [{ id: '1', name: '李雷', isActive: true, roles: [] }],
        supervise: true,
      }),
    ];
    const ladder: LadderValue = { __typename: 'LadderPolicy', urgent, important: [], general: [] };
    expect(ladderTold(ladder, false, zh)['urgent']).toBe(
      '逾期时：经办人、部门负责人和副职 → 逾期时（仅安全）：董事长 → 1 小时 30 分钟后：李雷（并督办）',
    );
    expect(ladderTold(ladder, true, en)['urgent']).toBe(
      'at the breach: Assignee, Head and deputy → at the breach (only Safety): Owner → after 1 h 30 min: 李雷 (and supervision)',
    );
  });
});

describe('quiet hours', () => {
  test('[PO18] are drawn as the spans of a day; what is no time draws nothing', () => {
    expect(quietSpans('22:00', '08:00')).toEqual([
      { from: 0, to: 480 },
      { from: 1_320, to: 1_440 },
    ]);
    expect(quietSpans('12:00', '13:30')).toEqual([{ from: 720, to: 810 }]);
    expect(quietSpans('22:00', '00:00')).toEqual([{ from: 1_320, to: 1_440 }]);
    expect([quietSpans('8 pm', '08:00'), quietSpans('08:00', '08:00')]).toEqual([[], []]);
    expect([middleOf('22:00', '08:00'), middleOf('12:00', '13:00')]).toEqual(['03:00', '12:30']);
  });
});

describe('the week of a roster', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland');
  const moment = fc.integer({ min: 0, max: 24 * 500 }).map((hours) => Date.UTC(2026, 0, 1) + hours * 3_600_000);
  const DAY = 86_400_000;

  test('[PO18] begins at the midnight of its Monday, and its days follow each other whole, through summer time too', () => {
    fc.assert(
      fc.property(zones, moment, (timeZone, at) => {
        const start = weekStart(at, timeZone);
        expect(localTime(start, timeZone)).toMatchObject({ weekday: 1, minute: 0 });
        expect(start).toBeLessThanOrEqual(at);
        const end = weekStart(start + 7.5 * DAY, timeZone);
        expect(end).toBeGreaterThan(at);
        const turn = { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
        const days = daysOf([turn], timeZone);
        expect(days.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        for (const { pieces } of days) {
          expect(pieces[0]!.from).toBe(0);
          expect(pieces.at(-1)!.to).toBe(1_440);
        }
      }),
    );
  });
});
