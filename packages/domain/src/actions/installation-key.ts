/**
 * The key of this installation: what it seals is readable by it alone, and what it signs is its own. It is made once and
 * kept with the data, so that a restored database reads its secrets; a copy of a channel's row alone does not.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '@redress/prisma/client';

const SETTING = 'installationKey';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class InstallationKey {
  private readonly sealing: Buffer;
  private readonly signing: Buffer;

  constructor(secret: Buffer) {
    const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
    this.sealing = derived('seal');
    this.signing = derived('sign');
  }

  /** Encrypts a secret (AES-256-GCM); each time to another text. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The secret in a sealed text; null when it was sealed by another installation, or changed. */
  unseal(text: string): string | null {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch {
      return null;
    }
  }

  /** HMAC-SHA-256 of these bytes. */
  sign(bytes: Buffer): Buffer {
    return createHmac('sha256', this.signing).update(bytes).digest();
  }

  /** Whether this installation signed these bytes; takes as long whatever the answer. */
  hasSigned(bytes: Buffer, signature: Buffer): boolean {
    const right = this.sign(bytes);
    return signature.length === right.length && timingSafeEqual(signature, right);
  }
}

/** Loads the key, and makes it in a database that has none. Processes that make it at once agree on one. */
export async function installationKey(db: Database): Promise<InstallationKey> {
  const { rows } = await db.pool.query<{ value: string }>(
    `WITH made AS (
       INSERT INTO "setting" ("key", "value") VALUES ($1, to_jsonb($2::text)) ON CONFLICT ("key") DO NOTHING
       RETURNING "value")
     SELECT "value" #>> '{}' AS "value" FROM made
     UNION ALL SELECT "value" #>> '{}' FROM "setting" WHERE "key" = $1`,
    [SETTING, randomBytes(32).toString('base64')],
  );
  const [row] = rows;
  // Another process made it after this statement had begun, so neither part of it saw a row.
  return row === undefined ? installationKey(db) : new InstallationKey(Buffer.from(row.value, 'base64'));
}
