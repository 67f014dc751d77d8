/** Puts a message about a meeting together: when, and where to read on. What was decided is read on the desk, where it is masked. */
import { findSeries, loadDateChanges } from '@redress/domain/reads/meeting-series';
import { loadDecisions } from '@redress/domain/reads/decisions';
import { policyValue, STANDARD_CALENDAR } from '@redress/domain/reads/policy-values';
import { maskText } from '@redress/domain/rules/mask';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import type { NotificationModel } from '@redress/prisma/rows';
import { encodeId } from '@redress/schema/ids';
import type { Locale } from '@redress/schema/context';
import { localeOf } from './compose.ts';
import type { Composing } from './compose.ts';
import type { OutboundMessage } from './message.ts';
import { momentWords, TITLES, words } from './words.ts';

interface Said {
  facts: OutboundMessage['facts'];
  label: string;
  path: string;
}

/** The message of a delivery about a meeting to this member; null when what it is about is there no more. */
export async function composeMeetingMessage(
  { db, directory, boardUrl }: Pick<Composing, 'directory' | 'boardUrl'> & { db: Database },
  deliveryId: string,
  notification: NotificationModel,
  member: MemberPrincipal,
): Promise<OutboundMessage | null> {
  const locale = localeOf(directory, member);
  const timeZone = policyValue(directory, 'calendar', STANDARD_CALENDAR)?.timeZone ?? 'UTC';
  const moment = (at: Date) => momentWords(at, timeZone, locale);
  const said = await tellerOf(notification)(db, notification, moment, locale);
  return (
    said && {
      id: deliveryId,
      locale,
      title: TITLES[notification.kind][locale],
      facts: said.facts,
      links: [{ label: said.label, url: `${boardUrl()}${said.path}`, primary: true }],
      footer: words('meetingFooter', locale),
      urgent: false,
    }
  );
}

type Teller = (
  db: Database,
  notification: NotificationModel,
  moment: (at: Date) => string,
  locale: Locale,
) => Promise<Said | null>;

function tellerOf({ kind }: NotificationModel): Teller {
  if (kind === 'MEETING_AHEAD') return ahead;
  return kind === 'MEETING_DATE_CHANGED' ? dateChanged : decided;
}

const ahead: Teller = async (db, { subjectId, dueAt }, moment, locale) => {
  if (dueAt === null) return null;
  return ofSeries(db, subjectId, locale, [{ name: words('meetsAt', locale), value: moment(dueAt) }]);
};

const dateChanged: Teller = async (db, { subjectId, dueAt }, moment, locale) => {
  const change = (await loadDateChanges(db, [subjectId])).get(subjectId);
  if (change === undefined) return null;
  const time = (at: Date | null) => (at === null ? words('calledOff', locale) : moment(at));
  return ofSeries(db, change.seriesId, locale, [
    { name: words('metAt', locale), value: time(change.wasAt) },
    { name: words('meetsAt', locale), value: time(dueAt) },
  ]);
};

async function ofSeries(db: Database, id: string, locale: Locale, times: Said['facts']): Promise<Said | null> {
  const found = await findSeries(db, id);
  if (found === null) return null;
  const facts = [{ name: words('meeting', locale), value: maskText(found.series.name) }, ...times];
  const path = `/meetings/series/${encodeURIComponent(encodeId('MeetingSeries', id))}`;
  return { facts, label: words('openMeeting', locale), path };
}

const decided: Teller = async (db, { subjectId }, moment, locale) => {
  const found = (await loadDecisions(db, [subjectId])).get(subjectId);
  if (found === undefined) return null;
  const { dueAt } = found.decision;
  const facts = dueAt === null ? [] : [{ name: words('due', locale), value: moment(dueAt) }];
  return { facts, label: words('openDesk', locale), path: '/desk' };
};
