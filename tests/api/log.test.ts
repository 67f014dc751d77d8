import { createLog } from '../../apps/api/src/log.ts';
import { expect, test, vi } from 'vitest';

test('[PD5] an error is logged without the rows and the numbers that it is about', () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  try {
    const fault = Object.assign(new Error('duplicate key for 13812345678', { cause: new Error('a@example.com') }), {
      code: '23505',
      detail: 'Key (phone)=(13812345678) already exists.',
      parameters: ['王小明'],
    });
    createLog('info', true).error({ err: fault, complaint: 'x' }, 'failed');
  } finally {
    write.mockRestore();
  }
  const told = lines.join('');
  expect(told).toMatch(/failed/);
  expect(told).toMatch(/duplicate key for 138\*{4}78/);
  expect(told).not.toMatch(/13812345678|王小明|already exists|a@example/);
});
