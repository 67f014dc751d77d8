/** Makes it known that sessions ended, so that every process drops what it holds of them and closes their sockets. */
import { createHash } from 'node:crypto';
import type { ActionContext } from './context.ts';
import { changeSettings } from './settings-change.ts';

/** The name of a session outside its cookie: a session's id is a secret, and the log is read by many. */
export function sessionHandle(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/** Called after the session rows are gone, so that no process can find one again. */
export function sessionEnd(ctx: ActionContext, memberId: string, sessionIds: readonly string[]): Promise<string> {
  const sessionHandles = sessionIds.map(sessionHandle);
  return changeSettings(ctx, 'sessionEnd', [], [{ type: 'SessionEnded', payload: { sessionHandles, memberId } }]);
}
