/** Wake-ups by PostgreSQL's NOTIFY, on a dedicated connection. The statement that writes tells by itself. */
import { STREAM_CHANNEL } from '@redress/domain/events/commit-sql';
import pg from 'pg';
import type { BusChannel, OpenLine } from './line.ts';

const NAMES: Readonly<Record<BusChannel, string>> = { stream: STREAM_CHANNEL, presence: 'redress_presence' };
/** A connection whose other end is gone without a word hears nothing for ever; it is asked, and has so long to answer. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

export function notifyLine(databaseUrl: string): OpenLine {
  return async ({ heard, lost }) => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'redress feed',
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    });
    let over = false;
    const end = async () => {
      over = true;
      clearInterval(heartbeat);
      await client.end();
    };
    const broken = () => {
      if (over) return;
      end().catch(() => undefined);
      lost();
    };
    const heartbeat = setInterval(() => {
      client.query('SELECT 1').catch(broken);
    }, ASK_EVERY_MS);
    client.on('error', broken);
    client.on('end', broken);
    client.on('notification', ({ channel, payload }) => {
      if (channel === NAMES.stream) heard('stream', payload ?? '');
      if (channel === NAMES.presence) heard('presence', payload ?? '');
    });
    try {
      await client.connect();
      for (const name of Object.values(NAMES)) await client.query(`LISTEN ${client.escapeIdentifier(name)}`);
    } catch (error) {
      await end().catch(() => undefined);
      throw error;
    }
    return {
      publish(channel, payload) {
        client.query('SELECT pg_notify($1, $2)', [NAMES[channel], payload]).catch(() => undefined);
      },
      close: end,
    };
  };
}
