/** Changes of the contract that break a client which was written for an earlier one. */
import { BreakingChangeType, findBreakingChanges, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** One sentence for each. What was deprecated may go: its users were told. */
export function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): string[] {
  return findBreakingChanges(before, after)
    .filter(({ type, description }) => !(REMOVALS.includes(type) && wasDeprecated(before, description)))
    .map(({ description }) => description);
}

const REMOVALS: readonly BreakingChangeType[] = [
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
];

/** graphql names what was removed in words only: `Type.member was removed.`, `VALUE was removed from enum type Type.` */
function wasDeprecated(schema: GraphQLSchema, description: string): boolean {
  const field = /^(\w+)\.(\w+) was removed\.$/.exec(description);
  if (field !== null) {
    const type = schema.getType(field[1]!);
    const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field[2]!] : undefined;
    return found?.deprecationReason != null;
  }
  const value = /^(\w+) was removed from enum type (\w+)\.$/.exec(description);
  const type = value === null ? undefined : schema.getType(value[2]!);
  return isEnumType(type) && type.getValue(value![1]!)?.deprecationReason != null;
}
