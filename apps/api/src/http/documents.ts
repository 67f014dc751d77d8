/**
 * Parsed and validated documents, held by their text for HTTP and WebSocket alike. Only good ones are held: an error
 * gets properties of the transport it goes out by, so each request has its own.
 */
import { NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { LIMIT_RULES, MAX_TOKENS } from './limits.ts';

const HELD_AT_MOST = 1_000;
const LONGEST_HELD = 20_000;

export class Documents {
  private readonly schema: GraphQLSchema;
  private readonly held = new Map<string, DocumentNode>();
  private readonly valid = new WeakSet<DocumentNode>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** @throws GraphQLError on a text that is no document, or too long a one. */
  parse(text: string): DocumentNode {
    const known = this.held.get(text);
    if (known !== undefined) return known;
    const document = parse(text, { maxTokens: MAX_TOKENS });
    if (text.length <= LONGEST_HELD) {
      if (this.held.size >= HELD_AT_MOST) this.held.delete(this.held.keys().next().value!);
      this.held.set(text, document);
    }
    return document;
  }

  /** What is wrong with the document; empty when nothing is. Callers who are not signed in see nothing of the schema. */
  validate(document: DocumentNode, mayIntrospect: boolean): readonly GraphQLError[] {
    if (mayIntrospect && this.valid.has(document)) return [];
    const rules = [...specifiedRules, ...LIMIT_RULES, ...(mayIntrospect ? [] : [NoSchemaIntrospectionCustomRule])];
    const errors = validate(this.schema, document, rules, { maxErrors: 20 });
    if (errors.length === 0 && mayIntrospect) this.valid.add(document);
    return errors;
  }
}
