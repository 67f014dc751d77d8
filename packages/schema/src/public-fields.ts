/**
 * Who is not signed in may ask for these root fields and for nothing else, the contract itself included. It holds twice:
 * a document that asks for more is refused as a whole before it runs, and no root field runs without somebody.
 */
import { Kind, getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLFieldResolver, GraphQLSchema, SelectionSetNode } from 'graphql';
import type { SchemaContext } from './context.ts';
import { requirePrincipal, unauthenticated } from './top-level-error.ts';

const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  '__typename',
  'viewer',
  'signIn',
  'tracking',
  'trackingMessage',
  'surveyAnswer',
  'resolutionAnswer',
  'trackingUploadCreate',
  'complaintSubmit',
]);

/**
 * Why nobody in particular may not run this operation; null when they may. For the transports, before they execute.
 * `operationName` is the request's; null when it has none.
 */
export function refusedUnlessSignedIn(document: DocumentNode, operationName: string | null): GraphQLError | null {
  return rootFieldsOf(document, operationName).every((name) => PUBLIC_FIELDS.has(name)) ? null : unauthenticated();
}

/** The names of the root fields that the operation selects, fragments unfolded; none when there is no such operation. */
export function rootFieldsOf(document: DocumentNode, operationName: string | null): string[] {
  const operation = getOperationAST(document, operationName);
  return operation ? rootFields(operation.selectionSet, document, new Set()) : [];
}

function rootFields({ selections }: SelectionSetNode, document: DocumentNode, seen: Set<string>): string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    if (node.kind === Kind.INLINE_FRAGMENT) return rootFields(node.selectionSet, document, seen);
    const { value: name } = node.name;
    if (seen.has(name)) return [];
    seen.add(name);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document, seen) : [];
  });
}

/** Puts the rule in front of every root field's own function. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (PUBLIC_FIELDS.has(field.name)) continue;
      // A subscription is guarded where it begins; what it tells is executed for whole groups at a time.
      if (field.subscribe) field.subscribe = guarded(field.subscribe);
      else if (field.resolve) field.resolve = guarded(field.resolve);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, SchemaContext>;

function guarded(resolve: Resolver): Resolver {
  return (root, args, ctx, info) => {
    requirePrincipal(ctx);
    return resolve(root, args, ctx, info);
  };
}
