import { callerIn } from '@redress/board/features/palette/caller-in';
import { expect, test } from 'vitest';

test.each([
  ['138 0013 8000', { phone: '13800138000' }],
  ['+86 138-0013-8000', { phone: '13800138000' }],
  ['010-65551234', { phone: '01065551234' }],
  [' Li.Na@example.com ', { email: 'Li.Na@example.com' }],
  ['yl-40429013', { orderNumber: 'YL40429013' }],
])('[CP4] %s names a customer', (text, by) => expect(callerIn(text)).toEqual(by));

test.each(['', '1380', '李娜', 'C-2026-000123', 'c-2026-0001', '冰箱 YL40429013', 'delivery', '2026-11-22'])(
  '[CP4] %s names nobody',
  (text) => expect(callerIn(text)).toBeNull(),
);
