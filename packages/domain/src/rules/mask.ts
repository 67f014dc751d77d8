/** Masking of personal data (docs/SPEC.md, VIS5): enough to recognise whom one knows, too little to reach them. */

/** Keeps the first character of a name: 王** ; Latin names keep the initial of each word: M. K. ; of a blank one, nothing. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  if (/\p{Script=Han}/u.test(trimmed)) return `${[...trimmed][0]}**`;
  return trimmed
    .split(/\s+/)
    .map((word) => `${[...word][0]}.`)
    .join(' ');
}

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

/** A complaint's own number, a day and a moment are no personal data, though they are long. */
const KEPT = String.raw`C-\d{4}-\d{6}|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)`;
const ADDRESS = String.raw`[\w.%+-]{1,64}@[\w-]+(?:\.[\w-]+)+`;
/** Seven digits or more, however they are grouped: of a phone, an account, an identity card, an order. */
const LONG_NUMBER = String.raw`\+?\d(?:[ \u00a0()-]{0,2}\d){6,}[Xx]?`;
const PERSONAL = new RegExp(`${KEPT}|(?<address>${ADDRESS})|(?<number>${LONG_NUMBER})`, 'gu');

/** Masks the numbers and addresses inside free text. Width is no way around it: full-width digits count too. */
export function maskText(text: string): string {
  const plain = text.replace(/[０-９＠＋]/gu, (letter) => letter.normalize('NFKC'));
  return plain.replace(PERSONAL, (found, ...rest) => {
    const { address, number } = rest.at(-1) as { address?: string; number?: string };
    if (address !== undefined) return maskEmail(address);
    return number === undefined ? found : maskPhone(number);
  });
}
