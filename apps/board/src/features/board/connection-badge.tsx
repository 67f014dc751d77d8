/** How the connection to the server stands. */
export function ConnectionBadge() {
  return null;
}
