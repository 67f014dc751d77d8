/** `Node`: everything that has a global id, and the two fields that find it again. */
import type { SchemaContext } from '../context.ts';
import { builder } from '../builder.ts';
import { decodeId, encodeId } from '../ids.ts';
import type { NodeType } from '../ids.ts';
import { badUserInput } from '../top-level-error.ts';

const MAX_NODES = 100;

/** What `node` found: rows carry no type name, so it is kept beside them. */
const typeOf = new WeakMap<object, NodeType>();

export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Something with a global id, by which `node` finds it again.',
  fields: (t) => ({
    id: t.id({
      description: 'The global id: opaque, prefixed by the type, unique over all types.',
      resolve: () => {
        throw new Error('every type answers for its own id');
      },
    }),
  }),
  resolveType: (row) => typeOf.get(row),
});

/** How each type is found by its row's id, under the caller's permissions: out of sight is null. */
type FindNode = (uuid: string, ctx: SchemaContext) => object | null | Promise<object | null>;
const finders = new Map<NodeType, FindNode>();

/** The `id` of a type, whose file calls this once; `find` makes it answer to `node(id:)`. */
export function nodeId(type: NodeType, find: FindNode) {
  finders.set(type, find);
  return {
    description: `The global id of this ${type}.`,
    resolve: (row: { id: string }) => encodeId(type, row.id),
  };
}

async function findNode(id: string, ctx: SchemaContext): Promise<{ id: string } | null> {
  const decoded = decodeId(id);
  if (decoded === null) return null;
  const found = (await finders.get(decoded.type)?.(decoded.uuid, ctx)) ?? null;
  if (found !== null) typeOf.set(found, decoded.type);
  return found as { id: string } | null;
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'What has this id; null when there is no such thing, or it is not yours to see.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: (_root, { id }, ctx) => findNode(id, ctx),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `What has these ids, in their order; at most ${MAX_NODES}.`,
    args: { ids: t.arg.idList({ required: true, description: 'Global ids.' }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_root, { ids }, ctx) => {
      if (ids.length > MAX_NODES) throw badUserInput(`\`ids\` takes at most ${MAX_NODES}; there were ${ids.length}.`);
      return ids.map((id) => findNode(id, ctx));
    },
  }),
}));
