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

/**
 * The same for a text beside such a line: a number that stands readable in the line is told here too, since whoever reads
 * the one reads the other. Every other number is masked: nobody can tell an order from an account.
 */
export function maskBesideMatter(text: string, matter: string | null, whose: KnownPerson | null = null): string {
  const readable = new Set(matter === null ? [] : numbersIn(maskMatter(matter, whose)));
  const stays = (number: string) => !isPersonalNumber(number) && readable.has(digitsOf(number));
  return masked(text, whose, (number) => (stays(number) ? number : maskPhone(number)));
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(PATTERN)].flatMap(({ groups }) => {
    const number = groups?.['number'];
    return number === undefined ? [] : [digitsOf(number)];
  });
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

function masked(text: string, whose: KnownPerson | null, number: (found: string) => string): string {
  const narrow = text.replace(/[０-９＠＋]/gu, (letter) => letter.normalize('NFKC'));
  // What a customer calls themselves, first: their number may be grouped in a way that only they would use.
  const plain = withoutOwn(narrow, whose);
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

/** Something of the person's own in a text: where, what stands there, and its mask. */
export interface OwnWords {
  at: number;
  hidden: string;
  mask: string;
}

/**
 * What of a text is the person's own, in no order. A board asks for hundreds of people at once, so nothing is compiled
 * for a person whom the text does not seem to name, and no character classes of Unicode for any of them: each would take
 * as long as a query.
 */
export function ownWords(text: string, whose: KnownPerson | null): OwnWords[] {
  if (whose === null) return [];
  return [...ofName(text, whose.name), ...ofPhone(text, whose.phone), ...ofEmail(text, whose.email)];
}

/** What people write where they know no name names nobody. */
const NOBODY = /^(?:客户|顾客|用户|匿名|匿名用户|匿名客户|customer|guest|anonymous|unknown)$/i;

const WORD = /[\p{L}\p{N}]/u;

/** The whole name, however it is spaced. One letter, or one character, is no name to look for in a text. */
function ofName(text: string, name: string | null): OwnWords[] {
  const trimmed = name?.trim() ?? '';
  const [first = ''] = trimmed;
  if ([...trimmed].length < 2 || NOBODY.test(trimmed) || !seems(text, first)) return [];
  if (HAN.test(trimmed)) {
    const letters = [...trimmed.replace(/\s+/g, '')].map(escaped).join(String.raw`\s?`);
    return found(text, new RegExp(letters, 'gu'), maskName(trimmed));
  }
  const words = trimmed.split(/\s+/).map(escaped).join(String.raw`\s+`);
  return found(text, new RegExp(words, 'giu'), maskName(trimmed)).filter(({ at, hidden }) => {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
    const [after = ''] = text.slice(at + hidden.length, at + hidden.length + 2);
    return !WORD.test(before) && !WORD.test(after);
  });
}

/** Digits with up to two signs of any kind between them. */
const DIGITS = /\d(?:[^\p{L}\p{N}]{0,2}\d){6,}/gu;

/** Their number, however its digits are grouped. */
function ofPhone(text: string, phone: string | null): OwnWords[] {
  const digits = phone?.replace(/\D/g, '') ?? '';
  if (digits.length < 7) return [];
  return [...text.matchAll(DIGITS)].flatMap(({ 0: run, index }) => {
    const places = [...run.matchAll(/\d/g)].map((digit) => digit.index);
    const plain = run.replace(/\D/gu, '');
    const own: OwnWords[] = [];
    for (let at = plain.indexOf(digits); at !== -1; at = plain.indexOf(digits, at + digits.length)) {
      const [from, to] = [places[at]!, places[at + digits.length - 1]! + 1];
      own.push({ at: index + from, hidden: run.slice(from, to), mask: maskPhone(digits) });
    }
    return own;
  });
}

function ofEmail(text: string, email: string | null): OwnWords[] {
  const trimmed = email?.trim() ?? '';
  if (trimmed.length < 3 || !seems(text, trimmed.charAt(0))) return [];
  return found(text, new RegExp(escaped(trimmed), 'giu'), maskEmail(trimmed));
}

/** Whether the text has this letter, whatever its case. */
function seems(text: string, letter: string): boolean {
  return text.includes(letter) || text.toLowerCase().includes(letter.toLowerCase());
}

function found(text: string, own: RegExp, mask: string): OwnWords[] {
  return [...text.matchAll(own)].map(({ 0: hidden, index }) => ({ at: index, hidden, mask }));
}

/** The text with its own words masked. Where two overlap, as a name in an address, the longer of them counts. */
function withoutOwn(text: string, whose: KnownPerson | null): string {
  const own = ownWords(text, whose).sort((one, other) => one.at - other.at || other.hidden.length - one.hidden.length);
  let plain = '';
  let from = 0;
  for (const { at, hidden, mask } of own) {
    if (at < from) continue;
    plain += text.slice(from, at) + mask;
    from = at + hidden.length;
  }
  return plain + text.slice(from);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
