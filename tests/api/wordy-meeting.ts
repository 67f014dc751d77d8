/** A meeting that has come to its end, with the same words wherever people write any in it. */
import type { Client } from '../testkit/client.ts';
import { act, meetingOf } from './act.ts';

/** The id of the meeting. Where no complaint is known, `number` is written: a name could be anybody's. */
export async function wordyMeeting(
  coordinator: Client,
  { words, number, about }: { words: string; number: string; about: string },
): Promise<string> {
  const named = { name: number, purpose: number };
  const rhythm = { weekday: 2, startsAt: 570, timeZone: 'Asia/Shanghai' };
  const put = { ...named, memberIds: [], standingItems: [number], itemMinutes: 5, rhythm };
  const { series } = await act(coordinator, 'meetingSeriesPut', put);
  const { meeting } = await act(coordinator, 'meetingStart', { seriesId: series.id, ...named });
  const { id } = meeting;
  const { day } = series.dates.at(-1)!;
  const off = { seriesId: series.id, day, reason: number, expectedRevision: 0 };
  await act(coordinator, 'meetingDateCallOff', off);
  await act(coordinator, 'meetingTopicAdd', { seriesId: series.id, number: about, note: words });
  await act(coordinator, 'meetingTopicAdd', { seriesId: series.id, title: number, note: number });
  if (meeting.items.every(({ complaint }) => complaint?.number !== about))
    await act(coordinator, 'meetingItemAdd', { id, number: about });
  const added = await act(coordinator, 'meetingItemAdd', { id, title: words });
  for (const { id: itemId } of added.meeting.items) {
    await act(coordinator, 'meetingFocus', { id, itemId });
    await act(coordinator, 'meetingDecide', { id, itemId, text: words });
  }
  const [made] = (await meetingOf(coordinator, id))!.items.flatMap(({ decisions }) => decisions);
  await act(coordinator, 'meetingDecisionFulfil', { id, decisionId: made!.id, note: words });
  await act(coordinator, 'meetingEnd', { id });
  await act(coordinator, 'minutesConfirm', { id });
  await act(coordinator, 'minutesObject', { id, text: words });
  return id;
}

/** The id of a meeting that goes on and looks at the complaint, with this member there. */
export async function runningMeeting(
  coordinator: Client,
  member: Client,
  { about, memberId }: { about: string; memberId: string },
): Promise<string> {
  const { meeting } = await act(coordinator, 'meetingStart', { name: 'x', memberIds: [memberId] });
  const { id } = meeting;
  let item = meeting.items.find(({ complaint }) => complaint?.number === about);
  item ??= (await act(coordinator, 'meetingItemAdd', { id, number: about })).meeting.items.at(-1)!;
  await act(coordinator, 'meetingFocus', { id, itemId: item.id });
  await act(member, 'meetingJoin', { id });
  return id;
}
