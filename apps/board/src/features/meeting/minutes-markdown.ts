/** The minutes as Markdown, to be kept or sent elsewhere. Pure, for tests. */
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fullTime } from '../../ui/time.ts';
import { itemName, nothingTold, reasonWords } from './item-name.ts';
import { itemRecord } from './item-record.ts';
import { clockText } from './clock-text.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import { leftNames, minutesFacts, reachedItems } from './minutes-facts.ts';
import { minutesStanding } from './minutes-standing.ts';
import { minutesTasks } from './minutes-tasks.ts';
import type { MinutesTask } from './minutes-tasks.ts';

export function minutesMarkdown(meeting: MeetingView, t: Translate, locale: Locale): string {
  const { purpose, objections } = meeting;
  const { reached, left } = reachedItems(meeting.items);
  const tasks = minutesTasks(reached, t, locale);
  return [
    `# ${plain(meeting.name)}`,
    ...(purpose === '' ? [] : [plain(purpose)]),
    minutesFacts(meeting, t, locale)
      .map(([term, fact]) => `- **${term}** ${plain(fact)}`)
      .join('\n'),
    ...(tasks.length === 0 ? [] : [`## ${t('minutes.tasks')}`, tasks.map(taskMarkdown).join('\n')]),
    `## ${t('minutes.items')}`,
    ...reached.map((item, i) => itemMarkdown(item, i + 1, t, locale)),
    ...(left.length === 0
      ? []
      : [
          `## ${t('minutes.notReached')}`,
          leftNames(left, t)
            .map((named) => `- ${plain(named)}`)
            .join('\n'),
        ]),
    ...(objections.length === 0 ? [] : [`## ${t('minutes.objections')}`]),
    ...objections.map(
      ({ by, at, text }) => `- **${plain(by?.name ?? '')}** ${fullTime(at, locale)}: ${plain(text ?? '')}`,
    ),
    minutesStanding(meeting, t, locale),
    '',
  ].join('\n\n');
}

const taskMarkdown = ({ who, what, about }: MinutesTask): string =>
  `- **${plain(who)}** ${plain([what, about].filter(Boolean).join(' · '))}`;

function itemMarkdown(item: MeetingItemView, n: number, t: Translate, locale: Locale): string {
  const told = [
    ...reasonWords(item, t),
    item.outcome === null ? '' : t(`meeting.outcome.${item.outcome}`),
    t('minutes.spent', { time: clockText(item.spentSeconds) }),
  ].filter((part) => part !== '');
  const lines = itemRecord(item, t, locale).map(({ who, line, words, task }) =>
    ['-', `**${plain(who)}**`, plain(line), plain([words, task].filter(Boolean).join(' · '))]
      .filter((part) => part !== '')
      .join(' '),
  );
  const record = lines.length === 0 ? nothingTold(item, t) : lines.join('\n');
  return `### ${n}. ${plain(itemName(item, t))}\n\n${told.join(' · ')}\n\n${record}`;
}

/** One line of text that means nothing but itself in Markdown. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
