/** The events of a complaint, each with all that the committed contract lets its kind say. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLInterfaceType } from 'graphql';
import type { Client } from '../testkit/client.ts';

const PAGE = 30;

const sdl = readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8');
const contract = buildSchema(sdl);
const event = contract.getType('ComplaintEvent') as GraphQLInterfaceType;
const common = Object.keys(event.getFields());

/** Every kind of event that a complaint can have. */
export const EVENT_KINDS = contract.getPossibleTypes(event).map(({ name }) => name);

/** A field with what it leads to, one level deep; those that take arguments are lists of other things. */
function selection(field: GraphQLField<unknown, unknown>, deeper: boolean): string {
  if (field.args.some(({ type }) => String(type).endsWith('!'))) return '';
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return field.name;
  if (!deeper || !isObjectType(type)) return `${field.name} { __typename }`;
  const inner = Object.values(type.getFields()).map((one) => selection(one, false));
  return `${field.name} { __typename ${inner.join(' ')} }`;
}

/** Everything that events of these types say of themselves; what two types name alike may differ, so it gets an alias. */
function documentOf(names: readonly string[]): string {
  const shapes = contract.getPossibleTypes(event).filter(({ name }) => names.includes(name));
  const stories = shapes.map((type) => {
    const own = Object.values(type.getFields()).filter(({ name }) => !common.includes(name));
    const fields = own.map((field) => `${type.name}_${field.name}: ${selection(field, true)}`);
    return `... on ${type.name} { ${['__typename', ...fields].join(' ')} }`;
  });
  return `query ($id: ID!) { complaint(by: { id: $id }) { timeline(first: ${PAGE}) { nodes { __typename ${stories.join(' ')} } } } }`;
}

export type Event = { __typename: string } & Record<string, unknown>;

/**
 * Whatever happened to a complaint, with all that its kind has to say; one kind after the other, since a document of all
 * would be wider than the contract takes.
 */
export async function storyOf(client: Client, id: string): Promise<Event[]> {
  const read = async (names: readonly string[]) =>
    (await client.ok<{ complaint: { timeline: { nodes: Event[] } } }>(documentOf(names), { id })).complaint.timeline
      .nodes;
  const happened = new Set((await read([])).map(({ __typename }) => __typename));
  const events: Event[] = [];
  for (const kind of happened) events.push(...(await read([kind])).filter(({ __typename }) => __typename === kind));
  return events;
}
