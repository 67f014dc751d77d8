/** Words of a meeting that belong to no one complaint. They may be about any on its agenda. */
import type { MeetingView } from '@redress/domain/reads/meetings';
import { maskText } from '@redress/domain/rules/mask';
import type { SchemaContext } from '../context.ts';

/** The text with numbers masked, and everybody who complains on the agenda. */
export async function maskedInMeeting(
  text: string,
  { steps }: MeetingView,
  { loaders }: Pick<SchemaContext, 'loaders'>,
): Promise<string> {
  const ids = [...new Set(steps.flatMap(({ complaintId }) => complaintId ?? []))];
  const persons = await Promise.all(ids.map((id) => loaders.person.load(id)));
  return persons.reduce((masked, person) => maskText(masked, person), maskText(text));
}
