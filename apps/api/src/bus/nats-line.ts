/** Wake-ups by NATS: plain subjects, nothing is stored there. */
import { connect } from '@nats-io/transport-node';
import type { NodeConnectionOptions } from '@nats-io/transport-node';
import { BUS_CHANNELS } from './line.ts';
import type { OpenLine } from './line.ts';

const CONNECT_WITHIN_MS = 5_000;
const PING_EVERY_MS = 10_000;

/**
 * @param url `nats://` or `tls://`, with `user:password@` or `token@` where the server asks for it.
 * @param prefix what the subjects begin with: installations that share a server don't wake each other.
 */
export function natsLine(url: string, prefix: string): OpenLine {
  return async ({ heard, lost }) => {
    const connection = await connect({
      ...optionsOf(new URL(url)),
      name: 'redress',
      timeout: CONNECT_WITHIN_MS,
      pingInterval: PING_EVERY_MS,
      maxPingOut: 2,
      // Own words are known already; a broken line is made again by the Bus, which everybody hears of.
      noEcho: true,
      reconnect: false,
    });
    let over = false;
    const close = async () => {
      over = true;
      await connection.close();
    };
    try {
      for (const channel of BUS_CHANNELS) {
        connection.subscribe(`${prefix}.${channel}`, {
          callback: (error, message) => {
            if (error === null && !over) heard(channel, message.string());
          },
        });
      }
      // The server has taken the subscriptions once it has answered this.
      await connection.flush();
    } catch (error) {
      await close().catch(() => undefined);
      throw error;
    }
    connection
      .closed()
      .then(() => {
        if (!over) lost();
      })
      .catch(() => undefined);
    return {
      publish(channel, payload) {
        if (!connection.isClosed()) connection.publish(`${prefix}.${channel}`, payload);
      },
      close,
    };
  };
}

/** The client takes hosts alone; who one is and whether it is encrypted stand in options of their own. */
function optionsOf({ protocol, host, username, password }: URL): NodeConnectionOptions {
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  return {
    servers: host,
    ...(protocol === 'tls:' && { tls: {} }),
    ...(user !== '' && pass !== '' && { user, pass }),
    ...(user !== '' && pass === '' && { token: user }),
  };
}
