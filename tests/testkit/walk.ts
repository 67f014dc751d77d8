/**
 * Documents that ask for every leaf field of every type with a text that can be reached from the roots of the contract, made from the
 * schema: what is added to it is asked for by itself. Each is a way to a type with all of its leaf fields at the end.
 */
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';

interface Step {
  /** The field with its arguments. */
  field: string;
  /** The type that the field is asked on. */
  on: string;
}

interface Way {
  /** The first to its type is 1. */
  number: number;
  steps: Step[];
  type: GraphQLObjectType;
}

/** A query operation that goes one way, the first to its type or a later one. */
export interface WalkDocument {
  type: string;
  way: number;
  text: string;
}

export interface Walk {
  documents: WalkDocument[];
  /** Fields with required arguments that nobody said how to ask, as `Type.field`. */
  unasked: string[];
}

export interface WalkOptions {
  /** Arguments of fields that need some, as they stand in a document, by `Type.field`. */
  args: Record<string, string>;
  /** Root fields in the order in which ways begin. */
  roots: readonly string[];
  /** How many ways to one type are gone. */
  waysToEach: number;
  depth: number;
}

const PAGE = 10;

export function walk(schema: GraphQLSchema, { args, roots, waysToEach, depth }: WalkOptions): Walk {
  const query = schema.getQueryType()!;
  const unasked = new Set<string>();
  const gone = new Map<string, number>();
  const documents: WalkDocument[] = [];
  const ahead: Way[] = [];

  const goOn = ({ steps, type }: Way, field: GraphQLField<unknown, unknown>) => {
    const written = writtenField(type, field, args);
    if (written === null) {
      unasked.add(`${type.name}.${field.name}`);
      return;
    }
    for (const next of objectsOf(schema, getNamedType(field.type))) {
      const count = gone.get(next.name) ?? 0;
      if (count >= waysToEach) continue;
      gone.set(next.name, count + 1);
      ahead.push({ number: count + 1, steps: [...steps, { field: written, on: type.name }], type: next });
    }
  };

  for (const root of roots) goOn({ number: 0, steps: [], type: query }, query.getFields()[root]!);
  for (let way = ahead.shift(); way !== undefined; way = ahead.shift()) {
    // Codes, numbers and moments say nothing about a person.
    const hasText = Object.values(way.type.getFields()).some(({ type }) => getNamedType(type).name === 'String');
    if (hasText) documents.push({ type: way.type.name, way: way.number, text: documentOf(way, args) });
    if (way.steps.length >= depth) continue;
    for (const field of Object.values(way.type.getFields())) {
      if (!isLeafType(getNamedType(field.type))) goOn(way, field);
    }
  }
  return { documents, unasked: [...unasked].sort() };
}

/** Members of a union that one document asks for: it may rename so many fields. */
const MEMBERS_AT_ONCE = 12;

/** Subscriptions to this field that together ask for all leaf fields of whatever it may tell. */
export function subscriptionsTo(schema: GraphQLSchema, name: string): string[] {
  const field = schema.getSubscriptionType()!.getFields()[name]!;
  const members = objectsOf(schema, getNamedType(field.type));
  const chunks = Array.from({ length: Math.ceil(members.length / MEMBERS_AT_ONCE) }, (_, n) =>
    members.slice(n * MEMBERS_AT_ONCE, (n + 1) * MEMBERS_AT_ONCE),
  );
  return chunks.map((types) => `subscription { ${name} { __typename ${fragments(types)} } }`);
}

/** A mutation with arguments in which every text is `words`, and the leaf fields of all that it may answer. */
export function mutationOf(
  schema: GraphQLSchema,
  name: string,
  fill: InputFill,
): { document: string; variables: Record<string, unknown> } {
  const field = schema.getMutationType()!.getFields()[name]!;
  const parts = fragments(objectsOf(schema, getNamedType(field.type)));
  const variables = Object.fromEntries(field.args.map((arg) => [arg.name, inputOf(arg.type, fill, arg.name)]));
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = field.args.length === 0 ? name : `${name}(${given})`;
  const document = `mutation ${declared === '' ? '' : `(${declared})`} { ${call} { __typename ${parts} } }`;
  return { document, variables };
}

export interface InputFill {
  words: string;
  /** For every id. */
  id: string;
  /** For every moment. */
  moment: string;
}

function inputOf(type: GraphQLInputType, fill: InputFill, name: string): unknown {
  if (isNonNullType(type)) return inputOf(type.ofType as GraphQLInputType, fill, name);
  if (isListType(type)) return [inputOf(type.ofType as GraphQLInputType, fill, name)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const wanted = type.isOneOf
      ? fields.slice(0, 1)
      : fields.filter((field) => isNonNullType(field.type) || isText(field.type));
    return Object.fromEntries(wanted.map((field) => [field.name, inputOf(field.type, fill, field.name)]));
  }
  switch (type.name) {
    case 'ID':
      return fill.id;
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'String':
      return name === 'email' ? fill.words.split(' ').find((word) => word.includes('@')) : fill.words;
    default:
      return fill.moment;
  }
}

const isText = (type: GraphQLInputType) => getNamedType(type).name === 'String';

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** The field as it stands in a document; null when it needs arguments that are not known. */
function writtenField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  args: Record<string, string>,
): string | null {
  const given = args[`${type.name}.${field.name}`];
  if (given !== undefined) return `${field.name}${given}`;
  if (field.args.some(isNeeded)) return null;
  return field.args.some(({ name }) => name === 'first') ? `${field.name}(first: ${PAGE})` : field.name;
}

function documentOf({ steps, type }: Way, args: Record<string, string>): string {
  const own = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  const written = own.map((field) => writtenField(type, field, args)).filter((field) => field !== null);
  const inner = `... on ${type.name} { __typename ${written.join(' ')} }`;
  return `{ ${steps.reduceRight((rest, { field, on }) => `... on ${on} { ${field} { ${rest} } }`, inner)} }`;
}

/** The leaf fields of each of these types, and those of what stands in them; two may mean something else by one name. */
function fragments(types: readonly GraphQLObjectType[]): string {
  const meanings = new Map<string, Set<string>>();
  for (const { name, type } of types.flatMap((one) => Object.values(one.getFields()))) {
    meanings.set(name, (meanings.get(name) ?? new Set()).add(String(type)));
  }
  return types
    .map((type) => {
      const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isNeeded));
      const written = fields.map((field) => {
        const named = getNamedType(field.type);
        const alias = meanings.get(field.name)!.size > 1 ? `${type.name}_${field.name}: ` : '';
        if (isLeafType(named)) return `${alias}${field.name}`;
        return isObjectType(named) ? `${alias}${field.name} { __typename ${leaves(named)} }` : '';
      });
      return `... on ${type.name} { ${written.join(' ')} }`;
    })
    .join(' ');
}

function leaves(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isNeeded))
    .map(({ name }) => name)
    .join(' ');
}

const isNeeded = ({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }) =>
  isNonNullType(type) && defaultValue === undefined;
