/**
 * Masking of personal data (docs/SPEC.md, VIS5, PD1–PD4): enough to recognise whom one knows, too little to reach them.
 */

/** Keeps the first character of a name: 王** ; Latin names keep the initial of each word: M. K. ; of a blank one, nothing. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  if (HAN.test(trimmed)) return `${[...trimmed][0]}**`;
  return trimmed
    .split(/\s+/)
    .map((word) => `${[...word][0]}.`)
    .join(' ');
}

const HAN = /\p{Script=Han}/u;

/** Keeps the first three and the last two digits of a phone number that is long enough to hide something between. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '***' : `${digits.slice(0, 3)}****${digits.slice(-2)}`;
}

/** Keeps the first character and the domain of an address. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

/** Whom a text is about, as far as they are known: what stands in the customer's row. */
export interface KnownPerson {
  name: string | null;
  phone: string | null;
  email: string | null;
}

/** A complaint's own number, a day and a moment are no personal data, though they are long. */
const KEPT = String.raw`C-\d{4}-\d{6}|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)`;
const ADDRESS = String.raw`[\w.%+-]{1,64}@[\w-]+(?:\.[\w-]+)+`;
/** Seven digits or more, however they are grouped: of a phone, an account, an identity card, an order. */
const LONG_NUMBER = String.raw`\+?\d(?:[ \u00a0()-]{0,2}\d){6,}[Xx]?`;
const PATTERN = new RegExp(`${KEPT}|(?<address>${ADDRESS})|(?<number>${LONG_NUMBER})`, 'gu');

/** Numbers and addresses in a text, and the mask of each; null for what is long and no personal data. */
export const PERSONAL = {
  all: PATTERN,
  maskOf: ({ groups }: RegExpMatchArray): string | null => {
    if (groups?.['address'] !== undefined) return maskEmail(groups['address']);
    return groups?.['number'] === undefined ? null : maskPhone(groups['number']);
  },
};

/** Where somebody lives is told down to the street: the number of the house, the flat and the door are not. */
const DOORS = new RegExp(
  [
    String.raw`(?<=[路街巷村]|大道|胡同)\s?\d{1,5}(?:[-之]\d{1,4})?(?=\s?号(?!线))`,
    String.raw`\d{1,5}[A-Za-z]?(?=\s?(?:号楼|弄|栋|幢|单元))`,
    String.raw`\d{3,4}(?=\s?室)`,
    String.raw`\b\d{1,5}[A-Za-z]?(?=\s(?:\p{Lu}[\p{L}'’.]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd)\b)`,
    String.raw`(?<=\b(?:Apt|Apartment|Flat)\.?\s#?)\d{1,5}[A-Za-z]?\b`,
  ].join('|'),
  'gu',
);

/**
 * Masks the numbers, addresses and house numbers inside free text, and the name and the contacts of whom it is about.
 * Width is no way around it: full-width digits count too.
 */
export function maskText(text: string, whose: KnownPerson | null = null): string {
  return masked(text, whose, maskPhone);
}

/**
 * The same for a line that says what a complaint is about: the number of an order is what colleagues work by and tells
 * nobody who the customer is, so it stays. What is written like a phone, a bank card or an identity card does not.
 */
export function maskMatter(text: string, whose: KnownPerson | null = null): string {
  return masked(text, whose, (number) => (isPersonalNumber(number) ? maskPhone(number) : number));
}

function masked(text: string, whose: KnownPerson | null, number: (found: string) => string): string {
  let plain = text.replace(/[０-９＠＋]/gu, (letter) => letter.normalize('NFKC'));
  // What a customer calls themselves, first: their number may be grouped in a way that only they would use.
  for (const [own, mask] of masksOf(whose)) plain = plain.replace(own, mask);
  if (!/[\d@]/.test(plain)) return plain;
  return plain
    .replace(PATTERN, (found, ...rest) => {
      const groups = rest.at(-1) as { address?: string; number?: string };
      if (groups.address !== undefined) return maskEmail(groups.address);
      return groups.number === undefined ? found : number(groups.number);
    })
    .replace(DOORS, '**');
}

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
const LANDLINE = /^(?:\+|00|0[1-9])\d{7,}$/;
const IDENTITY = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i;
const BANK_CARD = /^62\d{14,17}$/;

/** Whether a number is written as one that belongs to a person. */
function isPersonalNumber(number: string): boolean {
  const digits = number.replace(/[^\d+X]/gi, '');
  return [MOBILE, LANDLINE, IDENTITY, BANK_CARD].some((written) => written.test(digits)) || digits.startsWith('+');
}

type Mask = readonly [own: RegExp, mask: string];

/** A board asks for the same person once for each text of a card. */
const known = new WeakMap<KnownPerson, readonly Mask[]>();

/** What of a text is the person's own, each with its mask. */
export function masksOf(whose: KnownPerson | null): readonly Mask[] {
  if (whose === null) return [];
  let words = known.get(whose);
  if (words === undefined) {
    words = [...ofName(whose.name), ...ofPhone(whose.phone), ...ofEmail(whose.email)];
    known.set(whose, words);
  }
  return words;
}

/** What people write where they know no name names nobody. */
const NOBODY = /^(?:客户|顾客|用户|匿名|匿名用户|匿名客户|customer|guest|anonymous|unknown)$/i;

/** The whole name, however it is spaced. One letter, or one character, is no name to look for in a text. */
function ofName(name: string | null): Mask[] {
  const trimmed = name?.trim() ?? '';
  if ([...trimmed].length < 2 || NOBODY.test(trimmed)) return [];
  if (HAN.test(trimmed)) {
    const letters = [...trimmed.replace(/\s+/g, '')].map(escaped).join(String.raw`\s?`);
    return [[new RegExp(letters, 'gu'), maskName(trimmed)]];
  }
  const words = trimmed.split(/\s+/).map(escaped).join(String.raw`\s+`);
  return [[new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'giu'), maskName(trimmed)]];
}

/** Their number, with up to two signs of any kind between its digits. */
function ofPhone(phone: string | null): Mask[] {
  const digits = phone?.replace(/\D/g, '') ?? '';
  if (digits.length < 7) return [];
  return [[new RegExp([...digits].join(String.raw`[^\p{L}\p{N}]{0,2}`), 'gu'), maskPhone(digits)]];
}

function ofEmail(email: string | null): Mask[] {
  const trimmed = email?.trim() ?? '';
  return trimmed.length < 3 ? [] : [[new RegExp(escaped(trimmed), 'giu'), maskEmail(trimmed)]];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
