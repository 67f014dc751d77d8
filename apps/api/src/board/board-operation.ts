/**
 * Which operations ask for a board and for nothing else. What such a one answers is all in the stream, so that its answer
 * can be kept for as long as the stream stands still (docs/adr/0021).
 */
import { isViewerDependent } from '@redress/schema/viewer-dependent';
import { Kind, getOperationAST, print } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';

export interface BoardOperation {
  /** Whether the answer may depend on who asks, beyond what they may see. */
  isViewers: boolean;
  /** Where an answer holds the cards, by response names; null when it can't be put together from cards. */
  cards: CardsPath | null;
}

/** `data[board][columns][n][complaints][nodes]` */
export interface CardsPath {
  board: string;
  columns: string;
  complaints: string;
  nodes: string;
  /** The document: equal ones have equal pieces. What is asked of a card depends on no variable. */
  text: string;
}

const known = new WeakMap<DocumentNode, Map<string, BoardOperation | null>>();

/** The operation, if it asks for a board alone; null for any other. Documents are known by identity. */
export function boardOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): BoardOperation | null {
  let byName = known.get(document);
  if (byName === undefined) known.set(document, (byName = new Map()));
  const name = operationName ?? '';
  let operation = byName.get(name);
  if (operation === undefined) byName.set(name, (operation = look(schema, document, operationName)));
  return operation;
}

function look(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): BoardOperation | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query' || (operation.directives?.length ?? 0) > 0) return null;
  const [root, ...others] = operation.selectionSet.selections;
  if (others.length > 0 || root?.kind !== Kind.FIELD || root.name.value !== 'board') return null;
  if ((root.directives?.length ?? 0) > 0) return null;
  const isViewers = isViewerDependent(schema, document);
  return { isViewers, cards: isViewers ? null : cardsPath(document, root) };
}

/** Null when the cards stand in several places, under conditions, or together with their cursors. */
function cardsPath(document: DocumentNode, board: FieldNode): CardsPath | null {
  const columns = only('columns', fieldsOf(document, board.selectionSet));
  const complaints = columns && only('complaints', fieldsOf(document, columns.selectionSet));
  const inPage = complaints && fieldsOf(document, complaints.selectionSet);
  const nodes = inPage && only('nodes', inPage);
  if (!columns || !complaints || !nodes || inPage.some(({ name }) => name.value === 'edges')) return null;
  const variables = new Set(print(nodes).match(/\$\w+/g));
  if (variables.size > 0) return null;
  return {
    board: responseName(board),
    columns: responseName(columns),
    complaints: responseName(complaints),
    nodes: responseName(nodes),
    text: print(document),
  };
}

/** The one field of this name, asked for without conditions; null when there is none, or more. */
function only(name: string, fields: readonly FieldNode[] | null): FieldNode | null {
  const found = fields?.filter((field) => field.name.value === name) ?? [];
  return found.length === 1 ? found[0]! : null;
}

/** The fields of a selection, fragments unfolded; null when a condition stands on any of them. */
function fieldsOf(document: DocumentNode, selection: SelectionSetNode | undefined): FieldNode[] | null {
  const fields: FieldNode[] = [];
  for (const node of selection?.selections ?? []) {
    if ((node.directives?.length ?? 0) > 0) return null;
    if (node.kind === Kind.FIELD) {
      fields.push(node);
      continue;
    }
    const inside = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragmentOf(document, node.name.value);
    const unfolded = fieldsOf(document, inside);
    if (unfolded === null) return null;
    fields.push(...unfolded);
  }
  return fields;
}

function fragmentOf(document: DocumentNode, name: string): SelectionSetNode | undefined {
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name) return node.selectionSet;
  }
  return undefined;
}

function responseName({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
