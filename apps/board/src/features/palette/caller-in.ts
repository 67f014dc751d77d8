/** Whom a text that was typed into the palette names (docs/SPEC.md, CP4). Pure. */
import { orderNumberOf } from '@redress/domain/rules/order-number';
import { isFullPhone, normalisePhone } from '@redress/domain/rules/phone';

/** One of them, whole: nobody is found by a part of it. */
export type CallerIn = { phone: string } | { email: string } | { orderNumber: string };

/** A mobile number has eleven digits: looking earlier would look for somebody else. */
const MOBILE = /^1[3-9]/;
const MOBILE_DIGITS = 11;
const EMAIL = /^[\w.%+-]+@[\w-]+(?:\.[\w-]+)+$/;
/** The beginning of a complaint's own number, or a day. */
const NO_CALLER = /^C-?\d|^(?:19|20)\d\d-\d\d?(?:-\d\d?)?$/i;

/** Null while nothing is whole, and for words. */
export function callerIn(text: string): CallerIn | null {
  const written = text.normalize('NFKC').trim();
  if (EMAIL.test(written)) return { email: written };
  if (NO_CALLER.test(written)) return null;
  const phone = /^[\d+() -]+$/.test(written) ? normalisePhone(written) : null;
  if (phone !== null && isFullPhone(phone) && (!MOBILE.test(phone) || phone.length >= MOBILE_DIGITS)) return { phone };
  if (/\s/.test(written)) return null;
  const orderNumber = orderNumberOf(written);
  return orderNumber === null ? null : { orderNumber };
}
