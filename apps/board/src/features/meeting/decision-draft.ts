/** What was typed of a decision in words and is not in the minutes yet: one draft for each item of a meeting. */
import { readDraft } from '../../app/drafts.ts';
import type { MeetingView } from './meeting-documents.ts';

/** The form before anybody typed. */
export const NO_DECISION = { text: '', ownerId: '', dueAt: '' };

/** The draft's name. */
export const decisionDraft = (meetingId: string, itemId: string): string => `${meetingId}.${itemId}.decision`;

/** Items with a decision that was typed in this browser and not recorded, with their numbers on the agenda. */
export function unrecordedItems({ id, items }: MeetingView, owner: string): { itemId: string; n: number }[] {
  return items
    .map((item, index) => ({ itemId: item.id, n: index + 1 }))
    .filter(({ itemId }) => {
      const draft = readDraft(owner, decisionDraft(id, itemId), NO_DECISION);
      return draft !== null && draft.text.trim() !== '';
    });
}
