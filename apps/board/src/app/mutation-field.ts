import type { DocumentNode } from 'graphql';

/** The mutation that a document sends: its one field. */
export function mutationField({ definitions }: DocumentNode): string {
  for (const definition of definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const field of definition.selectionSet.selections) {
      if (field.kind === 'Field' && field.name.value !== '__typename') return field.name.value;
    }
  }
  return '';
}
