import { safePath } from '@redress/board/app/session';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const HERE = 'https://redress.example';

test('[SES13] after signing in one goes on to a page of this app, whatever the address asked for', () => {
  for (const path of ['/', '/desk', '/complaints/C-2026-000001?a=1#rule']) expect(safePath(path)).toBe(path);
  for (const path of [undefined, '', 'desk', 'javascript:alert(1)', '//evil.example', '/\\evil.example'])
    expect(safePath(path)).toBe('/');
  const piece = fc.constantFrom('/', '\\', '\t', '\n', '.', '..', '@', ':', 'evil.example', 'desk', '?', '#', '%2f');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      expect(new URL(safePath(`/${pieces.join('')}`), HERE).origin).toBe(HERE);
    }),
  );
});
