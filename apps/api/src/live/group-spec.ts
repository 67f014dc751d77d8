/** What makes subscriptions one group: they want the same words about the same things in the same sight. */
import { createHash } from 'node:crypto';
import type { Filter } from '@redress/domain/rules/filter';
import type { Scope } from '@redress/domain/rules/principal';
import type { SchemaContext } from '@redress/schema/context';
import type { Loaders } from '@redress/schema/loaders';
import { Kind, getOperationAST, print, visit } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';

export interface GroupSpec {
  /** Equal keys share one execution. */
  key: string;
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  variableValues: Readonly<Record<string, unknown>>;
  scope: Scope;
  filter: Filter;
  /** For the condition `mine`; null in a group that is shared by many. */
  viewerId: string | null;
  /**
   * A context of its own for each execution, so that nothing is answered from an earlier one; `loaders` are those that
   * it shares with others of the same moment.
   */
  createContext: (loaders?: Loaders) => SchemaContext;
}

/** Arguments by which members of one group may differ: where each begins, and the sight it was checked against. */
const OWN_ARGUMENTS: readonly string[] = ['after', 'scope'];

/**
 * The key of a group. Variables that only say where a member begins are left out of it; everything else that could
 * change one byte of what is told is in it. `viewer` is null where nothing that is told depends on who reads it.
 */
export function groupKey(
  spec: Pick<GroupSpec, 'document' | 'operationName' | 'variableValues' | 'filter' | 'scope'>,
  reader: { locale: string; viewer: string | null },
): string {
  const { digest, own } = wordsOf(spec.document, spec.operationName);
  const variables = Object.entries(spec.variableValues)
    .filter(([name]) => !own.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([digest, variables, spec.filter, spec.scope.key, reader]);
}

/** What a document asks for, as far as groups are concerned. */
interface Words {
  digest: string;
  /** Names of variables that are used for nothing but the arguments by which members may differ. */
  own: ReadonlySet<string>;
}

const known = new WeakMap<DocumentNode, Map<string | null, Words>>();

/** Documents come again and again: thousands at once, when lines break. */
function wordsOf(document: DocumentNode, operationName: string | null): Words {
  let byName = known.get(document);
  if (byName === undefined) known.set(document, (byName = new Map<string | null, Words>()));
  let words = byName.get(operationName);
  if (words === undefined) {
    const text = JSON.stringify([print(document), operationName]);
    words = { digest: createHash('sha256').update(text).digest('base64'), own: ownVariables(document, operationName) };
    byName.set(operationName, words);
  }
  return words;
}

function ownVariables(document: DocumentNode, operationName: string | null): Set<string> {
  const operation = getOperationAST(document, operationName);
  const root = operation?.selectionSet.selections.find((node): node is FieldNode => node.kind === Kind.FIELD);
  const own = new Set<string>();
  for (const { name, value } of root?.arguments ?? []) {
    if (OWN_ARGUMENTS.includes(name.value) && value.kind === Kind.VARIABLE) own.add(value.name.value);
  }
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
    },
  });
  return new Set([...own].filter((name) => uses.get(name) === 1));
}
