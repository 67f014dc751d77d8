/**
 * Whether something is in a dialog: the drawer, a list that dropped down, a sheet over everything. Keys that count on a
 * whole screen don't count there, for they would act on what lies beneath.
 */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
