/** Saved views: ways of looking at the board under a name, one's own and shared ones (docs/SPEC.md, SW). */
import { maskMatter } from './mask.ts';
import { belongsTo, coordinates, leads } from './principal.ts';
import type { Principal } from './principal.ts';

/** With whom a view is shared. */
export const VIEW_SHARINGS = ['PERSONAL', 'DEPARTMENT', 'COMPANY'] as const;
export type ViewSharing = (typeof VIEW_SHARINGS)[number];

/** How many views a member may keep. */
export const MAX_VIEWS = 50;
export const VIEW_NAME_LENGTH = 60;
export const VIEW_SEARCH_LENGTH = 2_000;

/** What decides about a view. */
export interface ViewFacts {
  ownerId: string;
  sharing: ViewSharing;
  /** Of a view that a department shares; null otherwise. */
  departmentId: string | null;
}

/** Whether the principal may share views so: for the company coordinators, for a department also its head and deputy. */
export function mayShareView(principal: Principal, { sharing, departmentId }: Omit<ViewFacts, 'ownerId'>): boolean {
  if (sharing === 'PERSONAL') return principal.kind === 'MEMBER';
  return coordinates(principal) || (sharing === 'DEPARTMENT' && leads(principal, departmentId));
}

/** Whether the member is offered the view. */
export function seesView(principal: Principal, view: ViewFacts): boolean {
  if (principal.kind !== 'MEMBER') return false;
  if (view.sharing === 'COMPANY' || view.ownerId === principal.id) return true;
  return view.sharing === 'DEPARTMENT' && (coordinates(principal) || belongsTo(principal, view.departmentId));
}

/** Whether they may change it or take it away: whose it is, and of a shared one whoever may share so. */
export function mayChangeView(principal: Principal, view: ViewFacts): boolean {
  if (principal.kind !== 'MEMBER') return false;
  return view.ownerId === principal.id || (view.sharing !== 'PERSONAL' && mayShareView(principal, view));
}

/** The view's address as it is kept: what stands behind the question mark, in one order; null when it says nothing. */
export function normalSearch(search: string): string | null {
  const params = new URLSearchParams(search.replace(/^\?/, ''));
  params.sort();
  return params.size === 0 ? null : params.toString().replaceAll('%2C', ',');
}

/** Whether the view looks for a person's number or address: others are not given that with a link. */
export function looksForSomebody(search: string): boolean {
  const text = new URLSearchParams(search).get('text') ?? '';
  return maskMatter(text) !== text;
}
