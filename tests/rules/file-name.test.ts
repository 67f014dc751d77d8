import { MAX_FILE_NAME, cleanFileName } from '@redress/domain/rules/file-name';
import { FILE_TYPES, claimedType, extensionOf, maybeCalled, namedAs } from '@redress/domain/rules/file-types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const typeOf = (name: string) => {
  const type = claimedType(name);
  if (type === null || type === 'UNKNOWN') throw new Error(`${name} claims no type`);
  return type;
};

describe('names of files', () => {
  test.each([
    ['现场 照片.jpg', '现场 照片.jpg'],
    ['C:\\Users\\王\\发票.PDF', '发票.PDF'],
    ['../../etc/passwd', 'passwd'],
    ['a/b/', 'b'],
    ['.htaccess', 'htaccess'],
    ['...', 'file'],
    ['.jpg', 'jpg'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['line\r\nbreak: x.txt', 'linebreak_ x.txt'],
    ['null\0.png', 'null.png'],
    ['CON.txt', '_CON.txt'],
    ['con', '_con'],
    ['a"b*c?.txt', 'a_b_c_.txt'],
    ['  . lots   of space .  ', 'lots of space'],
    ['é.jpg', 'é.jpg'],
    ['', 'file'],
  ])('[FL3] %j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept);
  });

  test('[FL3] whatever a name is, it stays a name: one part, visible, short, and cleaning it again changes nothing', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^[./\\ \u202E\u200F\0a-z]{0,60}$/u),
    );
    fc.assert(
      fc.property(wild, (name) => {
        const kept = cleanFileName(name);
        expect([...kept].length).toBeLessThanOrEqual(MAX_FILE_NAME + 1);
        expect(kept).toMatch(/^[^./\\\s][^/\\]*$/);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}"*:<>?|]|[.\s]$/u);
        expect(cleanFileName(kept)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });

  test('[FL3] a long name loses its end, never its extension', () => {
    const kept = cleanFileName(`${'长'.repeat(300)}.docx`);
    expect([...kept]).toHaveLength(MAX_FILE_NAME);
    expect(kept.endsWith('长.docx')).toBe(true);
  });
});

describe('what a name says of a file', () => {
  test('[FL2] every extension means one kind', () => {
    const all = FILE_TYPES.flatMap(({ extensions }) => extensions);
    expect(new Set(all).size).toBe(all.length);
    for (const type of FILE_TYPES) expect(typeOf(`x.${type.extensions[0].toUpperCase()}`)).toBe(type);
    expect(claimedType('x.svg')).toBe('UNKNOWN');
    expect(claimedType('x.html')).toBe('UNKNOWN');
    expect(claimedType('录音')).toBeNull();
    expect(extensionOf('v1.2 说明')).toBeNull();
  });

  test('[FL2] pictures go by each other’s names, and recordings; documents by their own', () => {
    expect(maybeCalled(typeOf('a.webp'), typeOf('a.jpg'))).toBe(true);
    expect(maybeCalled(typeOf('a.m4a'), typeOf('a.mp4'))).toBe(true);
    expect(maybeCalled(typeOf('a.png'), typeOf('a.pdf'))).toBe(false);
    expect(maybeCalled(typeOf('a.docx'), typeOf('a.xlsx'))).toBe(false);
    expect(maybeCalled(typeOf('a.png'), typeOf('a.mp4'))).toBe(false);
    expect(namedAs('图.jpg', typeOf('a.webp'))).toBe('图.webp');
    expect(namedAs('录音', typeOf('a.mp3'))).toBe('录音.mp3');
    expect(namedAs('图.JPEG', typeOf('a.jpg'))).toBe('图.JPEG');
  });
});
