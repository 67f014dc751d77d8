/** Who leaves the meeting with what to do: the duties that it gave and the decisions that somebody sees to. Pure. */
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { departmentName } from '../../ui/department-name.ts';
import { shortDate } from '../../ui/time.ts';
import { dutyText } from '../complaint/duty-text.ts';
import { complaintTold } from './item-name.ts';
import type { MeetingItemView } from './meeting-documents.ts';

export interface MinutesTask {
  key: string;
  /** A department, or a person. */
  who: string;
  what: string;
  /** By when, and of which item; empty when there is neither. */
  about: string;
}

/** In the order of the items that they came from. */
export function minutesTasks(items: readonly MeetingItemView[], t: Translate, locale: Locale): MinutesTask[] {
  return items.flatMap((item) => {
    const about = (dueAt: string | null) =>
      [dueAt && t('meeting.due', { at: shortDate(dueAt, locale) }), complaintTold(item)?.number ?? item.title]
        .filter(Boolean)
        .join(' · ');
    const duties = item.done.flatMap((event): MinutesTask[] => {
      if (event.__typename !== 'DutyGiven') return [];
      const { department, dueAt } = event.duty;
      const who = departmentName(department, locale);
      return [{ key: event.cursor, who, what: dutyText(event.duty, locale), about: about(dueAt) }];
    });
    const decisions = item.decisions.flatMap(({ id, owner, text, dueAt }): MinutesTask[] =>
      owner === null ? [] : [{ key: id, who: owner.name, what: text ?? t('timeline.erased'), about: about(dueAt) }],
    );
    return [...duties, ...decisions];
  });
}
