/**
 * Which page of its columns a board is asked for, known before it is read: so that the cards come in the statement that
 * reads the counts and the cursor, and belong to the same moment.
 */
import type { PageArgs } from '@redress/domain/reads/connection';
import { Kind, getArgumentValues, getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql';
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** The arguments of `columns { complaints }`; null when it is not asked for, or in several ways at once. */
export function requestedPage(info: GraphQLResolveInfo): PageArgs | null {
  const columns = info.fieldNodes.flatMap((node) => fieldsNamed('columns', node.selectionSet, info));
  const lists = columns.flatMap((node) => fieldsNamed('complaints', node.selectionSet, info));
  const column = info.schema.getType('BoardColumn') as GraphQLObjectType;
  const field = column.getFields().complaints!;
  const pages = lists.map((node): PageArgs => getArgumentValues(field, node, info.variableValues));
  const [page] = pages;
  if (page === undefined) return null;
  const same = pages.every(({ first, after }) => first === page.first && (after ?? null) === (page.after ?? null));
  return same ? page : null;
}

/** The fields of this name in a selection, fragments unfolded, without those that directives leave out. */
function fieldsNamed(name: string, selection: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selection?.selections ?? []).flatMap((node): FieldNode[] => {
    const { variableValues } = info;
    if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return [];
    if (getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if === false) return [];
    switch (node.kind) {
      case Kind.FIELD:
        return node.name.value === name ? [node] : [];
      case Kind.INLINE_FRAGMENT:
        return fieldsNamed(name, node.selectionSet, info);
      case Kind.FRAGMENT_SPREAD:
        return fieldsNamed(name, info.fragments[node.name.value]?.selectionSet, info);
    }
  });
}
