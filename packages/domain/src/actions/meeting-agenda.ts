/** The agenda of a running meeting is its presenter's to change (docs/SPEC.md, ME4). */
import { uuidv7 } from 'uuidv7';
import { findComplaintId } from '../reads/complaints.ts';
import { droppedItem, placeBack } from '../rules/meeting-restore.ts';
import { MAX_ITEMS } from '../rules/meeting.ts';
import { loadCase } from './case.ts';
import type { ActionContext } from './context.ts';
import { agendaItems, standing } from './meeting-start.ts';
import { changeMeeting, requireItem, requirePresenter } from './meeting-steps.ts';
import type { OpenMeeting, StepDraft } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';

export interface MeetingItemAddInput {
  id: string;
  /** A complaint's number, or null for an item that is about none. */
  number: string | null;
  title: string | null;
}

/** Puts a complaint, by its number, or another matter, by its title, at the end. */
export function meetingItemAdd(
  ctx: ActionContext,
  { id, number, title }: MeetingItemAddInput,
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingItemAdd', id, async (open) => {
    requirePresenter(open);
    requireRoom(open, 'number');
    if ((number === null) === (title === null)) throw invalid('number', 'meetingItemEither');
    if (number === null) return [standing(title!)];
    const complaintId = await findComplaintId(ctx.db, { number: number.toUpperCase() });
    if (complaintId === null) throw invalid('number', 'unknownComplaintNumber', { number });
    if (open.meeting.state.items.some((item) => item.complaintId === complaintId))
      throw invalid('number', 'meetingItemKnown', { number });
    return [{ kind: 'ITEM_ADDED', itemId: uuidv7(), complaintId }];
  });
}

/** Puts an item behind another one, or at the top. */
export function meetingItemMove(
  ctx: ActionContext,
  { id, itemId, afterId }: { id: string; itemId: string; afterId: string | null },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingItemMove', id, (open) => {
    requirePresenter(open);
    requireItem(open, itemId);
    if (afterId !== null) requireItem(open, afterId);
    return [{ kind: 'ITEM_MOVED', itemId, afterId }];
  });
}

/** Takes an item off that nobody has looked at yet: what was talked about is concluded, and stays in the minutes. */
export function meetingItemDrop(
  ctx: ActionContext,
  { id, itemId }: { id: string; itemId: string },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingItemDrop', id, (open) => {
    requirePresenter(open);
    const { complaintId } = requireItem(open, itemId);
    if (open.meeting.steps.some(({ kind, itemId: of }) => of === itemId && (kind === 'FOCUSED' || kind === 'DECIDED')))
      throw invalid('itemId', 'meetingItemDiscussed');
    return [{ kind: 'ITEM_DROPPED', itemId, complaintId }];
  });
}

/**
 * Brings an item back that was taken off: with its reasons, who asked for it and what they asked, where it stood. It is the
 * same item; one that is back already stays where it is.
 */
export function meetingItemRestore(
  ctx: ActionContext,
  { id, itemId }: { id: string; itemId: string },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingItemRestore', id, async (open) => {
    requirePresenter(open);
    const { steps, state } = open.meeting;
    const dropped = droppedItem(steps, itemId);
    if (dropped === null) throw new Refusal({ code: 'NOT_FOUND' });
    if (state.items.some((item) => item.id === itemId)) return [];
    requireRoom(open, 'itemId');
    const { complaintId, title: text, reasons, askedById: memberId, note, outcome } = dropped.item;
    if (complaintId !== null && state.items.some((item) => item.complaintId === complaintId)) {
      const { number } = (await loadCase(ctx.db, complaintId))!.complaint;
      throw invalid('itemId', 'meetingItemKnown', { number });
    }
    const back: StepDraft[] = [
      { kind: 'ITEM_ADDED', itemId, complaintId, text, reasons: [...reasons], memberId, note },
      { kind: 'ITEM_MOVED', itemId, afterId: placeBack(dropped, state.items) },
    ];
    return outcome === null ? back : [...back, { kind: 'CONCLUDED', itemId, complaintId, outcome }];
  });
}

/** Adds what has come to need the meeting since it began. */
export function meetingAgendaRenew(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingAgendaRenew', id, (open) => {
    requirePresenter(open);
    const { steps, state } = open.meeting;
    const known = new Set(steps.flatMap(({ complaintId }) => complaintId ?? []));
    return agendaItems(ctx, open.at, known, MAX_ITEMS - state.items.length);
  });
}

function requireRoom({ meeting }: OpenMeeting, path: string): void {
  if (meeting.state.items.length >= MAX_ITEMS) throw invalid(path, 'meetingAgendaFull', { max: MAX_ITEMS });
}
