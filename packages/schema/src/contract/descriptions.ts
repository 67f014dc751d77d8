/** Every element of the contract says what it means. */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

/** The elements without a description, as `Type.field(argument)`. */
export function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [[type.name, type.description] as const, ...membersOf(type)])
    .filter(([, description]) => !description?.trim())
    .map(([name]) => name);
}

function membersOf(type: GraphQLNamedType): (readonly [string, string | null | undefined])[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      [`${type.name}.${field.name}`, field.description] as const,
      ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg.description] as const),
    ]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as const);
  }
  if (isEnumType(type)) {
    return type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const);
  }
  return [];
}
