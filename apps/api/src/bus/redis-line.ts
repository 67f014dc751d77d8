/** Wake-ups by Redis's PUBLISH; nothing is stored there. RESP 3 lets one connection hear and tell. */
import { createClient } from '@redis/client';
import { BUS_CHANNELS } from './line.ts';
import type { OpenLine } from './line.ts';

const CONNECT_WITHIN_MS = 5_000;
const PING_EVERY_MS = 10_000;
/** Two pings without an answer. */
const SILENT_FOR_MS = 25_000;

/**
 * @param url `redis://` or `rediss://`, with `user:password@` where the server asks for it.
 * @param prefix what the channels begin with: installations that share a server don't wake each other.
 */
export function redisLine(url: string, prefix: string): OpenLine {
  return async ({ heard, lost }) => {
    const client = createClient({
      url,
      name: 'redress',
      RESP: 3,
      pingInterval: PING_EVERY_MS,
      disableOfflineQueue: true,
      maintNotifications: 'disabled',
      // A broken line is made again by the Bus, which everybody hears of.
      socket: { connectTimeout: CONNECT_WITHIN_MS, socketTimeout: SILENT_FOR_MS, reconnectStrategy: false },
    });
    let over = false;
    const close = async () => {
      over = true;
      if (client.isOpen) client.destroy();
    };
    const broken = () => {
      if (over) return;
      close().catch(() => undefined);
      lost();
    };
    client.on('error', broken);
    client.on('end', broken);
    try {
      await client.connect();
      for (const channel of BUS_CHANNELS) {
        await client.subscribe(`${prefix}.${channel}`, (payload) => heard(channel, payload));
      }
    } catch (error) {
      await close();
      throw error;
    }
    return {
      publish(channel, payload) {
        client.publish(`${prefix}.${channel}`, payload).catch(() => undefined);
      },
      close,
    };
  };
}
