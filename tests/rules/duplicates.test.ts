import { ALIKE_FROM, DUPLICATE_DAYS, isAlike, resemblance, sameCustomer } from '@redress/domain/rules/duplicates';
import type { Matter } from '@redress/domain/rules/duplicates';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const RECEIVED = new Date('2026-11-01T00:00:00Z');
const maybe = (...values: string[]) => fc.constantFrom(null, ...values);
const matter: fc.Arbitrary<Matter> = fc.record({
  customerId: maybe('a', 'b'),
  phone: maybe('13800000001', '13800000002'),
  email: maybe('a@example.com', 'b@example.com'),
  orders: fc.uniqueArray(fc.constantFrom('YL40429013', 'YL40429014')),
  categoryCode: maybe('delivery.late', 'product.broken'),
  subject: fc.constantFrom('床垫没有送到', '床垫送到时破了', 'late delivery', ''),
  receivedAt: fc.integer({ min: 0, max: 120 }).map((days) => new Date(RECEIVED.getTime() + days * 86_400_000)),
});

test('[MG1] likeness is the same from both sides, and from 0 to 100', () => {
  fc.assert(
    fc.property(matter, matter, (a, b) => {
      const found = resemblance(a, b);
      expect(resemblance(b, a)).toEqual(found);
      expect(found.score).toBeGreaterThanOrEqual(0);
      expect(found.score).toBeLessThanOrEqual(100);
      expect(found.because.includes('CUSTOMER')).toBe(found.because.length > 0 && sameCustomer(a, b));
    }),
  );
});

test('[MG1] who has nothing in common but a customer, an order or a category is not alike', () => {
  fc.assert(
    fc.property(matter, matter, (a, b) => {
      const found = resemblance(a, b);
      if (isAlike(found)) expect(found.because.length).toBeGreaterThan(1);
      if (isAlike(found)) expect(found.because.some((one) => one === 'CUSTOMER' || one === 'ORDER')).toBe(true);
    }),
  );
});

test('[MG1] one more thing in common never makes them less alike', () => {
  fc.assert(
    fc.property(matter, matter, (a, b) => {
      const closer = {
        ...b,
        customerId: a.customerId ?? b.customerId,
        orders: [...new Set([...a.orders, ...b.orders])],
      };
      expect(resemblance(a, closer).score).toBeGreaterThanOrEqual(resemblance(a, b).score);
    }),
  );
});

test('[MG1] after 90 days it is another matter', () => {
  const one: Matter = {
    customerId: 'a',
    phone: null,
    email: null,
    orders: ['YL40429013'],
    categoryCode: 'delivery.late',
    subject: '床垫没有送到',
    receivedAt: RECEIVED,
  };
  const after = (days: number) => ({ ...one, receivedAt: new Date(RECEIVED.getTime() + days * 86_400_000) });
  expect(resemblance(one, after(DUPLICATE_DAYS))).toEqual({
    score: 100,
    because: ['CUSTOMER', 'ORDER', 'CATEGORY', 'WORDS'],
  });
  expect(resemblance(one, after(DUPLICATE_DAYS + 1)).score).toBeLessThan(ALIKE_FROM);
});
