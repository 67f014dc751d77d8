import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { DEFAULT_TRIAGE, isAngry, proposeGrade, proposeSeverity } from '@redress/domain/rules/triage';
import type { GradeFacts } from '@redress/domain/rules/triage';
import { restoreMasked } from '@redress/domain/rules/unmask';
import { maskText } from '@redress/domain/rules/mask';
import { CHANNELS, CONSEQUENCES, SEVERITIES } from '@redress/domain/rules/vocabulary';

const calm: GradeFacts = { categories: [], consequences: [], channel: 'PHONE', tier: null, texts: ['冰箱不制冷'] };
const graded = (facts: Partial<GradeFacts>) => proposeGrade({ ...calm, ...facts }, DEFAULT_TRIAGE);

describe('the severity that is proposed', () => {
  test('[TR4] consequence, reach and tier raise it to what the policy asks for', () => {
    expect(graded({})).toEqual({ severity: 'GENERAL', because: [] });
    expect(graded({ consequences: ['INJURY'] })).toEqual({ severity: 'URGENT', because: ['INJURY'] });
    expect(graded({ consequences: ['LEGAL'] })).toEqual({ severity: 'IMPORTANT', because: ['LEGAL'] });
    expect(graded({ channel: 'SOCIAL_MEDIA' })).toEqual({ severity: 'IMPORTANT', because: ['REACH'] });
    expect(graded({ tier: ' vip ' })).toEqual({ severity: 'IMPORTANT', because: ['TIER'] });
    expect(graded({ consequences: ['LEGAL'], tier: 'VIP' }).because).toEqual(['LEGAL']);
  });

  test('[TR4] nothing makes it less than what the category says', () => {
    const facts = fc.record({
      categories: fc.constantFrom(
        ...SEVERITIES.map((severity) => [{ code: 'a', parentCode: null, severity, departmentId: null }]),
      ),
      consequences: fc.subarray([...CONSEQUENCES]),
      channel: fc.constantFrom(...CHANNELS),
      tier: fc.option(fc.string()),
      texts: fc.array(fc.option(fc.string())),
    });
    const rank = (severity: (typeof SEVERITIES)[number]) => SEVERITIES.indexOf(severity);
    fc.assert(
      fc.property(facts, (given) => {
        const { severity, because } = proposeGrade(given, DEFAULT_TRIAGE);
        expect(rank(severity)).toBeGreaterThanOrEqual(rank(proposeSeverity(given.categories)));
        if (because.length === 0) expect(severity).toBe(proposeSeverity(given.categories));
      }),
    );
  });

  test('[TR5] anger is heard in both languages, in whatever writing, and not in the middle of a word', () => {
    for (const text of ['太过分了', '你们这群骗子', 'This is a SCAM.', 'ｆｕｒｉｏｕｓ', '怎么还不来！！！']) {
      expect(isAngry([text], DEFAULT_TRIAGE.angryWords), text).toBe(true);
    }
    for (const text of ['冰箱不制冷', 'The scampi were cold', '请尽快！']) {
      expect(isAngry([text], DEFAULT_TRIAGE.angryWords), text).toBe(false);
    }
    expect(graded({ texts: ['骗子'] })).toEqual({ severity: 'IMPORTANT', because: ['MOOD'] });
    expect(graded({ texts: ['骗子'], consequences: ['INJURY'] }).severity).toBe('URGENT');
  });
});

describe('masks that come back', () => {
  const whose = { name: '王小明', phone: '13812345678', email: null };

  test('[FA3] a text that was not changed comes back as it was stored', () => {
    const stored = '王小明 13812345678 或 0571-88886666，订单 A1，a.b@example.com';
    expect(restoreMasked(maskText(stored, whose), stored, [whose])).toBe(stored);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('王小明', '13812345678', '退款', ' ', 'x@example.com', '7654321')),
        (parts) => {
          const text = parts.join('，');
          expect(restoreMasked(maskText(text, whose), text, [whose])).toBe(text);
        },
      ),
    );
  });

  test('[FA3] a mask that hides nothing known is none', () => {
    expect(restoreMasked('退到 139****11', '退款', [whose])).toBeNull();
    expect(restoreMasked('退到 13912345611', '退款', [whose])).toBe('退到 13912345611');
  });
});
