/**
 * The secret in an upload's link: which upload, signed by this installation, so that nothing that is stored opens it.
 * Whether it is still open, the upload's row says.
 */
import { timingSafeEqual } from 'node:crypto';
import type { InstallationKey } from '@redress/domain/actions/installation-key';

export const UPLOAD_PATH = '/files/upload/';

const UUID_BYTES = 16;
/** 128 bits of the signature: nobody guesses them. */
const SIGNATURE_BYTES = 16;
/** Sets these signatures apart from whatever else the key may come to sign. */
const PURPOSE = Buffer.from('redress upload\0');

/** The path to which the bytes of this upload are sent. */
export function uploadUrl(key: InstallationKey, uploadId: string): string {
  const id = Buffer.from(uploadId.replaceAll('-', ''), 'hex');
  return UPLOAD_PATH + Buffer.concat([id, signatureOf(key, id)]).toString('base64url');
}

/** The id of the upload that a path names; null when this installation did not make it. */
export function uploadOfPath(key: InstallationKey, path: string): string | null {
  const token = path.slice(UPLOAD_PATH.length);
  if (!path.startsWith(UPLOAD_PATH) || !/^[\w-]{43}$/.test(token)) return null;
  const whole = Buffer.from(token, 'base64url');
  const id = whole.subarray(0, UUID_BYTES);
  if (!timingSafeEqual(signatureOf(key, id), whole.subarray(UUID_BYTES))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(key: InstallationKey, id: Buffer): Buffer {
  return key.sign(Buffer.concat([PURPOSE, id])).subarray(0, SIGNATURE_BYTES);
}
