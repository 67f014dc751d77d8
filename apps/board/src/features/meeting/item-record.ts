/** What stands in the minutes of an item, in one order: what was done, and what was decided in words. Pure, for tests. */
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { clockTime, shortDate } from '../../ui/time.ts';
import { actorName, eventWords } from '../complaint/timeline-words.ts';
import type { DecisionView, MeetingItemView } from './meeting-documents.ts';

export interface RecordLine {
  key: string;
  at: string;
  /** Who did it, or wrote it down. */
  who: string;
  /** What was done; empty for a decision in words. */
  line: string;
  /** A person's own words; null without any. */
  words: string | null;
  /** Who sees to it and by when, that it was put right, that it is done; empty when there is nothing to say. */
  task: string;
  /** The decision, where it is one in words. */
  decision: DecisionView | null;
}

/** How many lines that is. */
export const recordCount = ({ done, decisions }: Pick<MeetingItemView, 'done' | 'decisions'>): number =>
  done.length + decisions.length;

export function itemRecord({ done, decisions }: MeetingItemView, t: Translate, locale: Locale): RecordLine[] {
  const acts = done.map((event): RecordLine => {
    const { line, words } = eventWords(event, t, locale);
    return { key: event.cursor, at: event.occurredAt, who: actorName(event, t), line, words, task: '', decision: null };
  });
  const said = decisions.map((decision): RecordLine => {
    const { id, at, text, by, owner, dueAt, amendedAt, doneAt, doneNote } = decision;
    const task = [
      owner && t('meeting.owner', { name: owner.name }),
      dueAt && t('meeting.due', { at: shortDate(dueAt, locale) }),
      amendedAt && t('meeting.amended', { at: clockTime(amendedAt, locale) }),
      doneAt && t('meeting.doneAt', { at: shortDate(doneAt, locale) }),
      doneNote && t('meeting.cameOfIt', { text: doneNote }),
    ].filter(Boolean);
    const words = text ?? t('timeline.erased');
    return { key: id, at, who: by?.name ?? '', line: '', words, task: task.join(' · '), decision };
  });
  return [...acts, ...said].sort((a, b) => (a.at < b.at ? -1 : 1));
}
