/**
 * The token of an answer that is given from outside the board (docs/SPEC.md, NX14): who answers, what, to what, and until
 * when, signed by this installation. It is as short as that can be, because mail programs break long addresses.
 */
import type { InstallationKey } from '@redress/domain/actions/installation-key';

/** Tokens hold their places: a new answer goes to the end. */
export const ANSWERS = ['CLAIM', 'ACCEPT', 'DECLINE', 'APPROVE', 'REJECT'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface AnswerGrant {
  memberId: string;
  answer: AnswerKind;
  /** Of CLAIM the complaint, of ACCEPT and DECLINE the handoff, of APPROVE and REJECT the step of an approval. */
  subjectId: string;
  /** Which delivery carried it. */
  deliveryId: string;
  /** In whole seconds. */
  expiresAt: Date;
}

/** How long an answer can be given; longer ones are taken for forged. */
export const ANSWER_MS = 2 * 60 * 60_000;

const VERSION = 1;
const UUID_BYTES = 16;
const BODY_BYTES = 2 + 4 + 3 * UUID_BYTES;
const SIGNATURE_BYTES = 32;
/** Sets these signatures apart from whatever else the key may come to sign. */
const PURPOSE = Buffer.from('redress answer\0');

export function signAnswer(key: InstallationKey, grant: AnswerGrant): string {
  const body = Buffer.alloc(2 + 4);
  body.writeUInt8(VERSION, 0);
  body.writeUInt8(ANSWERS.indexOf(grant.answer), 1);
  body.writeUInt32BE(Math.floor(grant.expiresAt.getTime() / 1000), 2);
  const bytes = Buffer.concat([body, ...[grant.memberId, grant.subjectId, grant.deliveryId].map(bytesOf)]);
  return Buffer.concat([bytes, key.sign(Buffer.concat([PURPOSE, bytes]))]).toString('base64url');
}

/** What the token grants; EXPIRED when that is over; null when this installation did not sign it. */
export function readAnswer(key: InstallationKey, token: string, now: Date): AnswerGrant | 'EXPIRED' | null {
  if (!/^[\w-]{1,200}$/.test(token)) return null;
  const whole = Buffer.from(token, 'base64url');
  if (whole.length !== BODY_BYTES + SIGNATURE_BYTES) return null;
  const bytes = whole.subarray(0, BODY_BYTES);
  if (!key.hasSigned(Buffer.concat([PURPOSE, bytes]), whole.subarray(BODY_BYTES))) return null;
  const answer = ANSWERS[bytes.readUInt8(1)];
  if (bytes.readUInt8(0) !== VERSION || answer === undefined) return null;
  const expiresAt = new Date(bytes.readUInt32BE(2) * 1000);
  if (expiresAt <= now || expiresAt.getTime() - now.getTime() > ANSWER_MS) return 'EXPIRED';
  const uuid = (place: number) => uuidOf(bytes.subarray(6 + place * UUID_BYTES, 6 + (place + 1) * UUID_BYTES));
  return { memberId: uuid(0), answer, subjectId: uuid(1), deliveryId: uuid(2), expiresAt };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
