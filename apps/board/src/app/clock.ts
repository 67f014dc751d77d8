/** The app's one guess of the server's clock, fed by every HTTP answer and finer by what src/live learns. */
import { ServerClock } from '../live/server-clock.ts';
import { setNowSource } from '../ui/now.ts';
import { onServerDate } from './server-date.ts';

export const serverClock = new ServerClock();

/** An HTTP Date header tells whole seconds. */
const DATE_HEADER_COARSENESS = 1000;

/** Makes every countdown follow the server. Once, at the start. */
export function startClock(): void {
  setNowSource(() => serverClock.now());
  onServerDate(({ serverMs, sentAt }) => serverClock.sample(serverMs, sentAt, DATE_HEADER_COARSENESS));
}
