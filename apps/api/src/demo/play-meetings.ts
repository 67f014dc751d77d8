/** The meetings of the demo company, through the actions that people's clicks would have called. */
import { dutyGive } from '@redress/domain/actions/duty-give';
import { meetingItemAdd } from '@redress/domain/actions/meeting-agenda';
import { meetingJoin } from '@redress/domain/actions/meeting-attend';
import { meetingEnd, minutesConfirm } from '@redress/domain/actions/meeting-end';
import { meetingDecide, meetingFocus, meetingItemConclude } from '@redress/domain/actions/meeting-lead';
import { meetingSeriesPut } from '@redress/domain/actions/meeting-series-put';
import { meetingStart } from '@redress/domain/actions/meeting-start';
import type { ActionContext } from '@redress/domain/actions/context';
import { findMeeting } from '@redress/domain/reads/meetings';
import { MINUTE_MS } from '@redress/domain/rules/days';
import type { MeetingItem } from '@redress/domain/rules/meeting';
import { weeklySince } from '@redress/domain/rules/meeting-rhythm';
import { minutesBefore } from './data/complaints.ts';
import { lastMeeting, series } from './data/meetings.ts';
import type { DemoMeetingItem } from './data/meetings.ts';
import { mail } from './data/steps.ts';
import { actAs } from './play-story.ts';
import type { Deed } from './play-story.ts';

/** The series is set up an hour before its last meeting begins. */
const KNOWN_BEFORE_MINUTES = 60;

/** The series, and its last meeting from the beginning to the confirmed minutes. `registered`: complaints by their keys. */
export function playMeetings(setup: ActionContext, loadedAt: Date, registered: ReadonlyMap<string, string>): Deed[] {
  const begunAt = minutesBefore(loadedAt, lastMeeting.minutesAgo);
  const after = (minutes: number) => new Date(begunAt.getTime() + minutes * MINUTE_MS);
  const told = { seriesId: '', meetingId: '' };
  const host = () => actAs(setup, mail(series.host));
  const idOf = (who: string) => memberId(setup, who);

  const begin = async () => {
    const { outcome } = must(
      await meetingStart(host(), {
        seriesId: told.seriesId,
        name: null,
        purpose: null,
        memberIds: null,
        itemMinutes: null,
      }),
    );
    told.meetingId = outcome.meetingId!;
    for (const who of lastMeeting.present) await join(idOf(who), null);
    for (const { who, insteadOf } of lastMeeting.standIns) await join(idOf(who), idOf(insteadOf));
  };
  const join = async (member: string, standsInForId: string | null) => {
    must(await meetingJoin(host(), { id: told.meetingId, memberId: member, standsInForId }));
  };
  const discuss = async ({ complaint, decision, duty, outcome }: DemoMeetingItem) => {
    const { meetingId: id } = told;
    const item = await itemAbout(host(), id, complaint === null ? null : registered.get(complaint)!);
    must(await meetingFocus(host(), { id, itemId: item.id }));
    if (duty !== undefined && item.complaintId !== null) {
      const { to: departmentCode, what, dueInMinutes } = duty;
      const dueAt = new Date(setup.now().getTime() + dueInMinutes * MINUTE_MS);
      must(await dutyGive(host(), { complaintId: item.complaintId, departmentCode, ownerId: null, what, dueAt }));
    }
    if (decision !== undefined) {
      const { words: text, owner, dueInMinutes } = decision;
      const ownerId = owner === undefined ? null : idOf(owner);
      const dueAt = dueInMinutes === undefined ? null : new Date(setup.now().getTime() + dueInMinutes * MINUTE_MS);
      must(await meetingDecide(host(), { id, itemId: item.id, text, ownerId, dueAt }));
    }
    must(await meetingItemConclude(host(), { id, itemId: item.id, outcome }));
  };

  return [
    {
      at: after(-KNOWN_BEFORE_MINUTES),
      run: async () => {
        const { host: _, members, standingItems, timeZone, ...words } = series;
        const rhythm = weeklySince(begunAt, timeZone);
        const memberIds = members.map(idOf);
        const input = { ...words, id: null, memberIds, standingItems: [...standingItems], rhythm };
        const unsaid = { remindMinutes: undefined, expectedRevision: null };
        told.seriesId = must(await meetingSeriesPut(host(), { ...input, ...unsaid })).outcome.seriesId!;
      },
    },
    { at: begunAt, run: begin },
    ...lastMeeting.items.map((item) => ({ at: after(item.from), run: () => discuss(item) })),
    {
      at: after(lastMeeting.endedAfter),
      run: async () => void must(await meetingEnd(host(), { id: told.meetingId })),
    },
    {
      at: after(lastMeeting.confirmedAfter),
      run: async () => void must(await minutesConfirm(host(), { id: told.meetingId })),
    },
  ];
}

/** The item about the complaint, put on the agenda when it is not there; of null, the first standing one. */
async function itemAbout(ctx: ActionContext, id: string, complaintId: string | null): Promise<MeetingItem> {
  const items = async () => (await findMeeting(ctx.db, id))?.state.items ?? [];
  const known = (await items()).find((item) => item.complaintId === complaintId);
  if (known !== undefined) return known;
  const { number } = await ctx.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId ?? '' } });
  must(await meetingItemAdd(ctx, { id, number, title: null }));
  return (await items()).at(-1)!;
}

function memberId({ directory }: ActionContext, who: string): string {
  const member = directory.members.find(({ email }) => email === mail(who));
  if (member === undefined) throw new Error(`the demo company has no member ${who}`);
  return member.id;
}

function must<Result extends { ok: boolean }>(result: Result): Result & { ok: true } {
  if (result.ok) return result as Result & { ok: true };
  throw new Error(`the demo's meeting was refused: ${JSON.stringify(result)}`);
}
