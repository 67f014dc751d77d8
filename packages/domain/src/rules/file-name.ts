/**
 * Names of files (docs/SPEC.md, FL3). A name comes from somebody else's machine and goes to another's: what could lead
 * out of a folder there, hide its extension or break a header is taken out, and what people read stays.
 */

/** In characters, the extension included. File systems take 255 bytes, of which a Chinese character needs three. */
export const MAX_FILE_NAME = 80;
const STEM_OF_NOTHING = 'file';

/** Characters that direct text or cannot be seen: controls, bidi marks, joiners, byte order marks, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What systems read as more than a letter of a name. */
const SPECIAL = /["*:<>?|]/g;
/** Devices of Windows, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** The name as it is kept: the last part of a path, visible characters only, no leading dot, and never empty. */
export function cleanFileName(name: string): string {
  const whole = name.normalize('NFC').replace(INVISIBLE, '');
  const last = whole.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? '';
  const plain = last
    .replace(SPECIAL, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(` ${plain}`)?.[0] ?? '';
  // A name that was nothing but an extension loses its dot above, as a hidden file's does.
  const stem = [...plain.slice(0, plain.length - extension.length)]
    .slice(0, MAX_FILE_NAME - extension.length)
    .join('')
    .replace(/[.\s]+$/, '');
  if (stem === '') return `${STEM_OF_NOTHING}${extension}`;
  return `${stem}${extension}`.replace(RESERVED, '_$1');
}
