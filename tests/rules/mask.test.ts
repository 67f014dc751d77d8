import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskEmail, maskName, maskPhone, maskText } from '@redress/domain/rules/mask';

describe('masked personal data', () => {
  test.each([
    ['王敏', '王**'],
    ['欧阳锋利', '欧**'],
    ['  王敏 ', '王**'],
    ['Mary Keller', 'M. K.'],
    ['𠮷田', '𠮷**'],
  ])('[VIS5] the name %s reads %s', (name, masked) => expect(maskName(name)).toBe(masked));

  test.each([
    ['13812345678', '138****78'],
    ['+86 138-1234-5678', '861****78'],
    ['1234567', '***'],
    ['', '***'],
  ])('[VIS5] the phone number %s reads %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test.each([
    ['wang.min@example.com', 'w***@example.com'],
    ['@example.com', '***'],
    ['no address', '***'],
  ])('[VIS5] the address %s reads %s', (email, masked) => expect(maskEmail(email)).toBe(masked));

  test('[VIS5] names that are empty or blank have nothing to show', () => {
    for (const name of ['', '   ', '\n']) expect(maskName(name)).toBe('');
  });

  test('[VIS5] no name of more than its initials comes through, whatever the script', () => {
    const letters = fc.constantFrom(...'王敏李雷', ...'abcXYZ', ...'éßøЖ', ' ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 20 }), (name) => {
        const masked = maskName(name);
        for (const word of name.split(/\s+/).filter((part) => [...part].length > 1)) expect(masked).not.toContain(word);
        expect(masked).not.toContain('undefined');
      }),
    );
  });

  test('[VIS5] at least three digits of a phone number stay hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{0,15}$/), (phone) => {
        const shown = maskPhone(phone).replace(/\D/g, '');
        expect(shown.length).toBeLessThanOrEqual(Math.max(0, phone.replace(/\D/g, '').length - 3));
      }),
    );
  });

  test.each([
    ['请回电 138 1234 5678，急', '请回电 138****78，急'],
    ['+86 138-1234-5678 或 wang.min@example.com', '861****78 或 w***@example.com'],
    ['全角１３８１２３４５６７８也算', '全角138****78也算'],
    ['身份证 11010519491231002X', '身份证 110****02'],
    ['见 C-2026-000123，2026-11-22 送到，赔 1299 元', '见 C-2026-000123，2026-11-22 送到，赔 1299 元'],
    ['没有号码', '没有号码'],
  ])('[VIS5] free text is read without what is somebody’s own: %s', (text, masked) =>
    expect(maskText(text)).toBe(masked),
  );

  test('[VIS5] no phone number comes through free text, wherever it stands and however it is grouped', () => {
    const grouped = fc
      .tuple(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', ' ', '-'))
      .map(([digits, gap]) => [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap));
    fc.assert(
      fc.property(fc.string(), grouped, fc.string(), (before, phone, after) => {
        expect(maskText(`${before} ${phone}，${after}`)).not.toContain(phone);
      }),
    );
  });
});
