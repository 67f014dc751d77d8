/**
 * One process of the product under the fuzz: the whole server, with hands of its clock that the parent moves over the
 * channel between the two. It may be killed at any moment.
 */
import { startApp } from '@redress/api/app';
import type { App } from '@redress/api/app';
import { createManualTime } from '@redress/api/clock/time-source';
import type { ManualTime } from '@redress/api/clock/time-source';
import { createLog } from '@redress/api/log';
import type { ServerAnswer, ServerOrder } from './server-orders.ts';

let app: App | null = null;
let time: ManualTime | null = null;

function say(answer: ServerAnswer): void {
  process.send?.(answer);
}

async function obey(order: ServerOrder): Promise<void> {
  switch (order.order) {
    case 'start': {
      time = createManualTime(new Date(order.at));
      app = await startApp({
        databaseUrl: order.databaseUrl,
        host: '127.0.0.1',
        port: 0,
        boardDir: '/nonexistent',
        publicOrigins: [],
        // The id of a request is the fuzz's own: by it the audit tells what became of it.
        trustProxy: true,
        files: { folder: order.folder, s3: null },
        delivers: false,
        connections: 8,
        // A busy machine makes a run slow, never wrong.
        overload: { delayMs: 0, waiting: 0 },
        time,
        log: createLog('warn', false),
      });
      say({ answer: 'started', port: Number(new URL(app.url).port) });
      return;
    }
    case 'hands':
      time?.advance(order.at - time.now().getTime());
      say({ answer: 'hands', at: order.at });
      return;
    case 'stop':
      await app?.stop();
      process.exit(0);
  }
}

process.on('message', (order) => {
  obey(order as ServerOrder).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});
// Without its parent nobody would ever stop it.
process.on('disconnect', () => process.exit(0));
