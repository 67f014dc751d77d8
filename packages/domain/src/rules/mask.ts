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
