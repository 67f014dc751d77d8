import { serverNow } from '../../ui/now.ts';
import { localOf } from '../fields/moment.ts';

/** Now, as a `datetime-local` field holds it. */
export function localMoment(): string {
  return localOf(new Date(serverNow()).toISOString());
}
