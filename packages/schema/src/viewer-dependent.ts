/**
 * Most fields depend on the permission scope alone, so one answer serves everyone of that scope. Those that depend on
 * who asks carry this mark, and a document that selects one of them is answered for each viewer by themselves.
 */
import { TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** The `extensions` of a field that depends on the viewer. Its description says so too. */
export const viewerDependent = { viewerDependent: true } as const;

const answers = new WeakMap<DocumentNode, boolean>();

/** Whether the document selects a field that depends on the viewer. Directives are not looked at: to be safe. */
export function isViewerDependent(schema: GraphQLSchema, document: DocumentNode): boolean {
  let answer = answers.get(document);
  if (answer === undefined) {
    answer = false;
    const types = new TypeInfo(schema);
    const look = visitWithTypeInfo(types, {
      Field() {
        if (types.getFieldDef()?.extensions.viewerDependent === true) answer = true;
      },
    });
    visit(document, look);
    answers.set(document, answer);
  }
  return answer;
}
