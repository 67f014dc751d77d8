import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFullPhone, normalisePhone } from '@redress/domain/rules/phone';
import { orderNumberOf, orderNumbersIn } from '@redress/domain/rules/order-number';
import { queryTokens } from '@redress/domain/rules/search';

describe('telephone numbers', () => {
  test.each([
    ['13812345678', ['138 1234 5678', '138-1234-5678', '+86 138 1234 5678', '0086-13812345678', '86 13812345678']],
    ['13812345678', ['１３８１２３４５６７８', '(+86)138-1234-5678', '+8613812345678']],
    ['02165432100', ['021-65432100', '(021) 6543 2100', '+86 21 6543 2100', '+86 (0)21 6543 2100', '0086 21 65432100']],
    ['01065432100', ['010 6543 2100', '+86-10-65432100']],
    ['4001234567', ['400-123-4567', '+86 400 123 4567']],
    ['+442079460000', ['+44 20 7946 0000', '0044 20 7946 0000']],
  ])('[RG7] %s has one way of being stored', (stored, written) => {
    for (const number of written) expect(normalisePhone(number), number).toBe(stored);
    expect(normalisePhone(stored)).toBe(stored);
  });

  test('[RG7] two numbers are never made one, and what is no number is none', () => {
    expect(normalisePhone('021-65432100 转 8012')).not.toBe(normalisePhone('021-65432100'));
    expect(normalisePhone('+1 381 234 5678')).not.toBe(normalisePhone('13812345678'));
    expect(normalisePhone('8613812345678')).toBe('13812345678');
    expect(normalisePhone('8665432100')).toBe('8665432100');
    for (const nothing of [null, '', '+', '无', ' - ']) expect(normalisePhone(nothing)).toBe(null);
  });

  test('[RG7] what is stored stays as it is', () => {
    const written = fc.stringMatching(/^\+?[\d ()-]{1,20}$/);
    fc.assert(
      fc.property(written, (number) => {
        const stored = normalisePhone(number);
        expect(normalisePhone(stored)).toBe(stored);
        if (stored !== null) expect(stored).toMatch(/^\+?\d+$/);
      }),
    );
  });

  test('[LK2] fewer than seven digits are no whole number', () => {
    expect(isFullPhone('138123')).toBe(false);
    expect(isFullPhone('+138123')).toBe(false);
    expect(isFullPhone('6543210')).toBe(true);
    expect(isFullPhone(null)).toBe(false);
  });
});

describe('order numbers', () => {
  test('[LK3] are found in what a complaint is about, however they are written', () => {
    expect(orderNumbersIn('订单 YL-40429013，双摇护理床')).toEqual(['YL40429013']);
    expect(orderNumbersIn('订单yl40429013护理床')).toEqual(['YL40429013']);
    expect(orderNumbersIn('退货单 ＲＴ－20914、小票 90218')).toEqual(['RT20914', '90218']);
    expect(orderNumbersIn('2026-11-20 的订单')).toEqual([]);
    expect(orderNumbersIn('冰箱 BCD-520，小票 4471')).toEqual([]);
    expect(orderNumbersIn(null)).toEqual([]);
  });

  test('[LK3] one is asked for at a time, and no search for words finds one', () => {
    expect(orderNumberOf(' yl-40429013 ')).toBe('YL40429013');
    expect(orderNumberOf('YL-40429013 YL-40429014')).toBe(null);
    expect(orderNumberOf('YL-4')).toBe(null);
    expect(queryTokens('#YL40429013')).toEqual(['yl40429013']);
  });
});
