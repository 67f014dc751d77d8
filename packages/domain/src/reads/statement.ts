/** Prepared statements by their text, so that PostgreSQL plans one once for each connection. */
import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * The name under which pg prepares this text. Only for texts of which there are few: a connection keeps every one it
 * has seen, so statements whose shape depends on a filter go unnamed.
 */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}
