/** A new idempotency key: 128 random bits. Works on plain HTTP too, where `crypto.randomUUID` is not there. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
