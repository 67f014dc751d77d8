/**
 * Parsed and validated documents, held by their text for HTTP and WebSocket alike. A document that is held costs some
 * hundred times its text, so only good ones of callers who are signed in are held, the last used, up to a sum of their
 * lengths: nobody fills the process with documents that come once.
 */
import { NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { LIMIT_RULES, MAX_TOKENS } from './limits.ts';

/** Characters of all texts together; the board's own documents are a tenth of it. */
const HELD_LENGTH = 500_000;
const LONGEST_HELD = 20_000;

export class Documents {
  private readonly schema: GraphQLSchema;
  private readonly held = new Map<string, DocumentNode>();
  private readonly valid = new WeakSet<DocumentNode>();
  private length = 0;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** How many characters the texts of what is held have together. */
  get heldLength(): number {
    return this.length;
  }

  /** @throws GraphQLError on a text that is no document, or too long a one. */
  parse(text: string): DocumentNode {
    const known = this.held.get(text);
    if (known === undefined) return parse(text, { maxTokens: MAX_TOKENS });
    this.held.delete(text);
    this.held.set(text, known);
    return known;
  }

  /** The document of this text, if it is held, and so was found good; null otherwise. */
  known(text: string): DocumentNode | null {
    return this.held.has(text) ? this.parse(text) : null;
  }

  /** What is wrong with the document; empty when nothing is. Callers who are not signed in see nothing of the schema. */
  validate(document: DocumentNode, mayIntrospect: boolean): readonly GraphQLError[] {
    if (mayIntrospect && this.valid.has(document)) return [];
    const rules = [...specifiedRules, ...LIMIT_RULES, ...(mayIntrospect ? [] : [NoSchemaIntrospectionCustomRule])];
    const errors = validate(this.schema, document, rules, { maxErrors: 20, hideSuggestions: !mayIntrospect });
    if (errors.length === 0 && mayIntrospect) this.hold(document);
    return errors;
  }

  private hold(document: DocumentNode): void {
    this.valid.add(document);
    const text = document.loc?.source.body;
    if (text === undefined || text.length > LONGEST_HELD || this.held.has(text)) return;
    this.held.set(text, document);
    this.length += text.length;
    for (const oldest of this.held.keys()) {
      if (this.length <= HELD_LENGTH) break;
      this.held.delete(oldest);
      this.length -= oldest.length;
    }
  }
}
