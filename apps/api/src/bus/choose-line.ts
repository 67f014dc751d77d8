/** Which line carries the wake-ups of this installation. */
import type { InstallationKey } from '@redress/domain/actions/installation-key';
import type { OpenLine } from './line.ts';
import { notifyLine } from './notify-line.ts';

export interface LineSettings {
  databaseUrl: string;
  /** nats:, tls: (NATS too), redis: or rediss:; null: NOTIFY. */
  busUrl: string | null;
  key: InstallationKey;
}

/** Loads the client of the bus that is asked for, and of no other. */
export async function chooseLine({ databaseUrl, busUrl, key }: LineSettings): Promise<OpenLine> {
  if (busUrl === null) return notifyLine(databaseUrl);
  const prefix = `redress.${key.sign(Buffer.from('bus')).toString('hex').slice(0, 16)}`;
  if (/^rediss?:/.test(busUrl)) return (await import('./redis-line.ts')).redisLine(busUrl, prefix);
  return (await import('./nats-line.ts')).natsLine(busUrl, prefix);
}
