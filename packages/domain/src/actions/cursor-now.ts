import { formatCursor } from '../events/cursor.ts';
import { streamHead } from '../events/read.ts';
import type { ActionContext } from './context.ts';

/** Where the stream stands: of what was so already. */
export async function cursorNow({ db }: Pick<ActionContext, 'db'>): Promise<string> {
  const { epoch, head } = await streamHead(db);
  return formatCursor(epoch, head);
}
