/**
 * How large an operation may be, known before it runs. The schema's complexity limits weigh what fields cost; these
 * keep a document from being a burden before anything is weighed.
 */
import { GraphQLError, Kind } from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValidationContext,
  ValidationRule,
} from 'graphql';

export const MAX_TOKENS = 5_000;
/** The usual introspection query is 13 deep. */
const MAX_DEPTH = 16;
const MAX_ALIASES = 60;
const MAX_ROOT_FIELDS = 20;
const MAX_DIRECTIVES = 60;

export const LIMIT_RULES: readonly ValidationRule[] = [limitDepth, limitCounts];

function limitDepth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet, fragmentsOf(context.getDocument()), new Map());
      if (depth > MAX_DEPTH) context.reportError(tooMuch('depth', depth, MAX_DEPTH));
      return undefined;
    },
  };
}

/**
 * Levels of fields. Each fragment is measured once, however often it is spread; one that contains itself is another
 * rule's to refuse and adds nothing here.
 */
function depthOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, number>,
): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet === undefined ? 0 : depthOf(selection.selectionSet, fragments, measured);
      deepest = Math.max(deepest, 1 + below);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, fragments, measured));
    } else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment !== undefined && !measured.has(name)) {
        measured.set(name, 0);
        measured.set(name, depthOf(fragment.selectionSet, fragments, measured));
      }
      deepest = Math.max(deepest, measured.get(name) ?? 0);
    }
  }
  return deepest;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}

function limitCounts(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  return {
    OperationDefinition(node) {
      const fields = node.selectionSet.selections.length;
      if (fields > MAX_ROOT_FIELDS) context.reportError(tooMuch('number of root fields', fields, MAX_ROOT_FIELDS));
    },
    Field(node) {
      if (node.alias !== undefined) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
    Document: {
      leave() {
        if (aliases > MAX_ALIASES) context.reportError(tooMuch('number of aliases', aliases, MAX_ALIASES));
        if (directives > MAX_DIRECTIVES)
          context.reportError(tooMuch('number of directives', directives, MAX_DIRECTIVES));
      },
    },
  };
}

function tooMuch(what: string, found: number, limit: number): GraphQLError {
  return new GraphQLError(
    `The ${what} of this document is ${found}; the limit is ${limit}. Split it into several operations.`,
    {
      extensions: { code: 'OPERATION_TOO_LARGE', limit, found },
    },
  );
}
