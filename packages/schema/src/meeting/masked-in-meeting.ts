/** Words of a meeting that belong to no one complaint. They may be about any on its agenda. */
import { maskText } from '@redress/domain/rules/mask';
import type { SchemaContext } from '../context.ts';

/** The text with numbers masked, and everybody who complains in these complaints; null as it is. */
export async function maskedInMeeting<Text extends string | null>(
  text: Text,
  complaintIds: readonly string[],
  { loaders }: Pick<SchemaContext, 'loaders'>,
): Promise<Text> {
  if (text === null) return text;
  const persons = await Promise.all(complaintIds.map((id) => loaders.person.load(id)));
  return persons.reduce((masked, person) => maskText(masked, person), maskText(text)) as Text;
}
