import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskBesideMatter, maskMatter, maskText } from '@redress/domain/rules/mask';
import type { KnownPerson } from '@redress/domain/rules/mask';

const MIN: KnownPerson = { name: '欧阳小明', phone: '13812345678', email: 'ou.yang@example.com' };
const MARY: KnownPerson = { name: 'Mary  Keller', phone: '+442079460958', email: null };

describe('free text', () => {
  test.each([
    ['南京西路1266号3单元502室', '南京西路**号**单元**室'],
    ['中山路 88-2 号 12栋', '中山路** 号 **栋'],
    ['lives at 221B Baker Street, Apt 5', 'lives at ** Baker Street, Apt **'],
    ['地铁 2 号线路口，3 月 5 号到，买了 12 号的鞋', '地铁 2 号线路口，3 月 5 号到，买了 12 号的鞋'],
    ['C-2026-000123 赔 1280.50 元，2026-11-22 10:30', 'C-2026-000123 赔 1280.50 元，2026-11-22 10:30'],
  ])('[PD1] where somebody lives is told down to the street: %s', (text, masked) =>
    expect(maskText(text)).toBe(masked),
  );

  test.each([
    ['欧阳小明来电，欧阳 小明 很急', '欧**来电，欧** 很急'],
    ['回 138.1234.5678 或 1 3 8 1 2 3 4 5 6 7 8', '回 138****78 或 138****78'],
    ['OU.YANG@example.com 没有收到', 'o***@example.com 没有收到'],
  ])('[PD2] the customer’s own name and contacts are not read in their texts: %s', (text, masked) =>
    expect(maskText(text, MIN)).toBe(masked),
  );

  test('[PD2] a name in another script, whatever its case; not inside another word', () => {
    expect(maskText('mary keller wrote; MaryKeller did not. Call 44 20 7946 0958', MARY)).toBe(
      'M. K. wrote; MaryKeller did not. Call 442****58',
    );
  });

  test.each([null, '王', '匿名', 'Customer', ' '])('[PD2] %s is no name to look for', (name) => {
    const text = '王先生：匿名 Customer 说 客户 不满';
    expect(maskText(text, { name, phone: null, email: null })).toBe(text);
  });

  test('[PD2] whatever stands around them, neither name nor number nor address comes through', () => {
    const person = fc.record({
      name: fc.string({ unit: fc.constantFrom(...'王李欧阳小明敏雷'), minLength: 2, maxLength: 4 }),
      phone: fc.stringMatching(/^1[3-9]\d{9}$/),
      email: fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.com$/),
    });
    fc.assert(
      fc.property(fc.string(), person, fc.string(), (before, who, after) => {
        const masked = maskText(`${before} ${who.name}，${who.phone}，${who.email} ${after}`, who);
        for (const secret of Object.values(who)) expect(masked).not.toContain(secret);
      }),
    );
  });

  test('[PD2] what was masked reads the same when it is masked again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const masked = maskText(`${text} 欧阳小明 13812345678 ou.yang@example.com`, MIN);
        expect(maskText(masked, MIN)).toBe(masked);
      }),
    );
  });

  test.each([
    ['订单 DD20250811001，护理床', '订单 DD20250811001，护理床'],
    ['快递 75561230988123', '快递 75561230988123'],
    ['13912345678 的订单 202508110012', '139****78 的订单 202508110012'],
    ['010-88886666', '010****66'],
    ['+44 20 7946 0958', '442****58'],
    ['身份证 11010519491231002X，卡 6222020200112233445', '身份证 110****02，卡 622****45'],
  ])('[PD3] what a complaint is about keeps its order number: %s', (text, masked) =>
    expect(maskMatter(text, MIN)).toBe(masked),
  );

  test.each([
    ['订单 202508110012 没到，请回 13912345678', '订单 202508110012 没到，请回 139****78'],
    ['订单号２０２５０８１１００１２', '订单号202508110012'],
    ['2025-0811-0012 一单', '2025-0811-0012 一单'],
    ['202508110013 也没到', '202****13 也没到'],
    ['+202508110012', '202****12'],
  ])('[PD3] beside it, that number is told and no other: %s', (text, masked) =>
    expect(maskBesideMatter(text, '订单 202508110012，护理床', MIN)).toBe(masked),
  );

  test('[PD3] what is written like a phone or a card stays hidden, in the line and beside it', () => {
    const personal = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^0[1-9]\d{9}$/),
      fc.stringMatching(/^\+\d{8,12}$/),
      fc.stringMatching(/^62\d{14,17}$/),
    );
    fc.assert(
      fc.property(fc.string(), personal, fc.string(), (before, number, after) => {
        const text = `${before} ，${number}， ${after}`;
        expect(maskBesideMatter(text, `订单 ${number}`, null)).not.toContain(number);
        expect(maskBesideMatter(text, number, { name: null, phone: number, email: null })).not.toContain(number);
      }),
    );
  });

  test('[PD3] whatever a text says, it tells no number that the line beside it does not', () => {
    const number = fc.stringMatching(/^\d{7,16}$/);
    fc.assert(
      fc.property(number, number, (one, other) => {
        const line = maskMatter(`订单 ${one}`, MIN);
        const told = maskBesideMatter(`单 ${one}，另一单 ${other}`, `订单 ${one}`, MIN);
        expect(told.includes(one)).toBe(line.includes(one));
        if (!one.includes(other)) expect(told).not.toContain(other);
      }),
    );
  });
});
