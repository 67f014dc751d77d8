/** What the rest of the app may know of a session's changes and its end, without knowing the router. */

type Listener = () => void;
const listeners = new Set<Listener>();
const roleListeners = new Set<Listener>();

/** Called when the server no longer knows who is calling: the session was ended here, elsewhere, or has expired. */
export function onSessionEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everyone that the session has ended. Safe to call more than once. */
export function sessionEnded(): void {
  for (const listener of listeners) listener();
}

/** Called when the roles of the person have changed since they were asked for. */
export function onRolesChanged(listener: Listener): () => void {
  roleListeners.add(listener);
  return () => roleListeners.delete(listener);
}

/** Tells everyone that the person holds other roles now. */
export function rolesChanged(): void {
  for (const listener of roleListeners) listener();
}

/**
 * Starts afresh at a path of this app. A full load on purpose: after a sign-in or sign-out nothing of one person's
 * data is left in memory for the next.
 */
export function startAfresh(path: string): void {
  location.assign(safePath(path));
}

/**
 * A path of this app, or the board when given anything else (`//evil.example`, `javascript:`). As the browser reads it:
 * it takes a backslash for a slash, and drops tabs and line ends wherever they stand.
 */
export function safePath(path: string | undefined): string {
  if (path?.startsWith('/') !== true) return '/';
  const here = new URL('https://here.invalid');
  const { host, pathname, search, hash } = URL.canParse(path, here) ? new URL(path, here) : here;
  // A path of dots may leave two slashes in front, which begin a host.
  return host === here.host && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
