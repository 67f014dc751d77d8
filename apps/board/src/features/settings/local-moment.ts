import { serverNow } from '../../ui/now.ts';

/** Now, as a `datetime-local` field holds it. */
export function localMoment(): string {
  const at = new Date(serverNow());
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
