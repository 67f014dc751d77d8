/** What an item of an agenda is called, and why it is there: for the agenda, the stage and the minutes alike. Pure. */
import type { Translate } from '../../i18n/translate.ts';
import type { MeetingItemView } from './meeting-documents.ts';

/** Of a complaint its number and subject; of one that is neither in sight nor shown only that it is one. */
export function itemName(item: MeetingItemView, t: Translate): string {
  const { title, isComplaint } = item;
  const complaint = complaintTold(item);
  if (complaint !== null) return `${complaint.number} ${complaint.subject}`;
  return isComplaint ? t('meeting.hiddenItem') : (title ?? '');
}

/** What is told of its complaint: by sight, or because the meeting shows it. */
export function complaintTold({ complaint, shown }: Pick<MeetingItemView, 'complaint' | 'shown'>) {
  return complaint ?? shown;
}

/** What stands in its minutes where nothing is told: nothing was decided, or it is not theirs to read. */
export function nothingTold({ complaint, isComplaint }: MeetingItemView, t: Translate): string {
  return t(isComplaint && complaint === null ? 'meeting.hiddenText' : 'minutes.nothing');
}

const KNOWN = [
  'BREACHED',
  'CONTESTED',
  'NOT_CONSULTED',
  'UNCLAIMED',
  'REOPENED',
  'AWAITS_APPROVAL',
  'REPEATED_CAUSE',
] as const;

/** What is typed as a number is one; anything else is another matter. */
export function namedOrTitled(words: string): { number: string } | { title: string } {
  return /^c-\d/i.test(words) ? { number: words } : { title: words };
}

/** Its reasons in words; one that came after this code is told as such. */
export function reasonWords({ reasons }: Pick<MeetingItemView, 'reasons'>, t: Translate): string[] {
  return reasons.map((reason) => {
    const known = KNOWN.find((one) => one === reason);
    return t(known === undefined ? 'meeting.reason.other' : `meeting.reason.${known}`);
  });
}
