/**
 * How people write a telephone number is theirs, how it is found again is ours (docs/SPEC.md, RG7). A number that can be
 * read in two ways is left as it stands: two people are never taken for one.
 */

/** The country code, however it is written, in front of a Chinese mobile number, which nothing else looks like. */
const MOBILE = /^(?:\+|00)?86(1[3-9]\d{9})$/;
/** Companies' numbers have no area, and so no zero in front. */
const SERVICE = /^(?:\+|00)86([48]00\d{7})$/;
/** With its area: at home it has a zero in front, which many write behind the country code, too. */
const LANDLINE = /^(?:\+|00)860?(\d{9,11})$/;
/** Fewer digits are an extension or a slip. */
const FULL_DIGITS = 7;

/** The number as it is stored and looked up: digits, with a plus in front of another country's; null for none. */
export function normalisePhone(phone: string | null): string | null {
  const written = phone?.normalize('NFKC').replace(/[^\d+]/g, '') ?? '';
  const digits = written.replace(/(?!^)\+/g, '');
  if (digits === '' || digits === '+') return null;
  return digits
    .replace(MOBILE, '$1')
    .replace(SERVICE, '$1')
    .replace(LANDLINE, '0$1')
    .replace(/^00(?=[1-9])/, '+');
}

/** Whether a normalised number is whole enough to be looked up by. */
export function isFullPhone(phone: string | null): phone is string {
  return phone !== null && phone.replace('+', '').length >= FULL_DIGITS;
}
