/** A member keeps ways of looking at the board: puts them, takes them away and brings them back, begins with one (docs/SPEC.md, SW1–SW7). */
import { uuidv7 } from 'uuidv7';
import { insert, set } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { savedViewOf, viewRoom } from '../reads/saved-views.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { maskText } from '../rules/mask.ts';
import type { MemberPrincipal } from '../rules/principal.ts';
import {
  MAX_VIEWS,
  looksForSomebody,
  mayChangeView,
  mayShareView,
  normalSearch,
  seesView,
} from '../rules/saved-views.ts';
import type { ViewSharing } from '../rules/saved-views.ts';
import { principalKey } from './audit.ts';
import type { ActionContext } from './context.ts';
import { inTurn } from './in-turn.ts';
import type { SettingsResult } from './policy-set.ts';
import { ATTEMPTS } from './races.ts';
import { Refusal, invalid } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface SavedViewPutInput {
  /** Null: a new one. */
  id: string | null;
  name: string;
  /** What stands behind the question mark in the board's address. */
  search: string;
  sharing: ViewSharing;
  /** Of a view that a department shares. */
  departmentCode: string | null;
}

/** Keeps a view under a name, or changes one, whole. */
export function savedViewPut(ctx: ActionContext, input: SavedViewPutInput): Promise<SettingsResult> {
  const put = () => putOne(ctx, input);
  // A new one takes the member's next number.
  return input.id === null ? inTurn(ctx.db, `views/${principalKey(ctx.principal)}`, put) : put();
}

function putOne(ctx: ActionContext, input: SavedViewPutInput): Promise<SettingsResult> {
  return change(ctx, 'savedViewPut', async (member) => {
    const known = input.id === null ? null : await required(ctx, member, input.id);
    const search = normalSearch(input.search);
    if (search === null) throw invalid('search', 'required');
    const departmentId = sharedBy(ctx, input);
    if (input.sharing !== 'PERSONAL' && looksForSomebody(search)) throw invalid('search', 'personalInView');
    if (!mayShareView(member, { sharing: input.sharing, departmentId })) {
      throw new Refusal({ code: 'FORBIDDEN', action: 'shareView' });
    }
    const view = { name: input.name, search, sharing: input.sharing, departmentId };
    if (known !== null) {
      // Shown masked, and saved again as it was shown: it keeps what it is called.
      const name = maskText(known.name) === input.name ? known.name : input.name;
      return { id: known.id, row: set('saved_view', known, { ...view, name }) };
    }
    const number = await nextNumber(ctx, member.id);
    const row = { id: uuidv7(), ownerId: member.id, ...view, createdAt: ctx.now(), removedAt: null, number };
    return { id: row.id, row: insert('saved_view', row) };
  });
}

/** Takes a view away, for everybody whom it was shared with. */
export function savedViewRemove(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return change(ctx, 'savedViewRemove', async (member) => {
    const known = await required(ctx, member, id);
    return { id, row: set('saved_view', known, { removedAt: ctx.now() }) };
  });
}

/** Brings a view back as it was: under its link, for those whom it was shared with, and first for those who began with it. */
export function savedViewRestore(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return change(ctx, 'savedViewRestore', async (member) => {
    const known = requireChangeable(member, await ctx.db.prisma.savedView.findUnique({ where: { id } }));
    // Among the others it counts like a new one.
    const number = known.removedAt === null ? known.number : await nextNumber(ctx, known.ownerId);
    return { id, row: set('saved_view', known, { number, removedAt: null }) };
  });
}

/** Makes the board begin with a view for the member who acts; null: with everything. */
export function savedViewBeginWith(ctx: ActionContext, { id }: { id: string | null }): Promise<SettingsResult> {
  return change(ctx, 'savedViewBeginWith', async (member) => {
    if (id !== null && (await savedViewOf(ctx.db, member, id)) === null) throw new Refusal({ code: 'NOT_FOUND' });
    const known = await ctx.db.prisma.savedViewDefault.findUnique({ where: { memberId: member.id } });
    const row = { memberId: member.id, viewId: id };
    return {
      id,
      row: known === null ? insert('saved_view_default', row) : set('saved_view_default', known, { viewId: id }),
    };
  });
}

/** One that the member may change; what they don't see is not there. */
async function required({ db }: ActionContext, member: MemberPrincipal, id: string): Promise<TableRows['saved_view']> {
  return requireChangeable(member, await savedViewOf(db, member, id));
}

function requireChangeable(member: MemberPrincipal, known: TableRows['saved_view'] | null): TableRows['saved_view'] {
  if (known === null || !seesView(member, known)) throw new Refusal({ code: 'NOT_FOUND' });
  if (!mayChangeView(member, known)) throw new Refusal({ code: 'FORBIDDEN', action: 'shareView' });
  return known;
}

function sharedBy({ directory }: ActionContext, { sharing, departmentCode }: SavedViewPutInput): string | null {
  if (sharing !== 'DEPARTMENT') return null;
  const department = departmentCode === null ? null : directory.departmentByCode(departmentCode);
  if (department !== null && department.archivedAt === null) return department.id;
  throw invalid('departmentCode', 'unknownDepartment', { code: departmentCode ?? '' });
}

/**
 * The number of a member's next view, where there is room for one more. Whoever counted at the same moment takes the same
 * number, is refused by its constraint, and counts again.
 */
async function nextNumber({ db }: ActionContext, ownerId: string): Promise<number> {
  const { kept, last } = await viewRoom(db, ownerId);
  if (kept >= MAX_VIEWS) throw invalid('name', 'tooManyViews', { max: MAX_VIEWS });
  return last + 1;
}

/** One of the member's own windows was faster: it made a view, or chose with which one the board begins. */
const FASTER = ['saved_view_ownerId_number_key', 'saved_view_default_pkey'];

async function change(
  ctx: ActionContext,
  action: AuditAction,
  decide: (member: MemberPrincipal) => Promise<{ id: string | null; row: RowWrite }>,
): Promise<SettingsResult> {
  try {
    const { principal } = ctx;
    if (principal.kind !== 'MEMBER') throw new Refusal({ code: 'FORBIDDEN', action: 'savedViews' });
    for (let round = 0; round < ATTEMPTS; round++) {
      const { id, row } = await decide(principal);
      const result = await tryChangeSettings(ctx, action, {
        rows: [row],
        events: [{ type: 'DirectoryChanged', payload: { what: 'SAVED_VIEW', ids: id === null ? [] : [id] } }],
        resultIds: id === null ? {} : { savedViewId: id },
      });
      if (result.kind === 'COMMITTED') {
        return { ok: true, outcome: { cursor: result.cursor, ...(id !== null && { savedViewId: id }) } };
      }
      if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey') {
        throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      }
      if (result.kind === 'CONFLICT' && !FASTER.includes(result.constraint)) {
        throw new Error(`${action}: unexpected conflict ${result.constraint}`);
      }
    }
    throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}
