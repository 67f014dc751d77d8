/**
 * A list of names as somebody means it who chose while others changed it: what they added is in it, what they took off is
 * not, and the rest is as it stands now.
 * @param before what they began with
 * @param chosen what they made of it
 */
export function mergedNames(before: readonly string[], chosen: readonly string[], now: readonly string[]): string[] {
  const added = chosen.filter((id) => !before.includes(id));
  const takenOff = before.filter((id) => !chosen.includes(id));
  return [...new Set([...now, ...added])].filter((id) => !takenOff.includes(id));
}
