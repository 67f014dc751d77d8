import {
  GraphQLError,
  Kind,
  KnownFragmentNamesRule,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { ASTNode, DocumentNode, GraphQLSchema } from 'graphql';
import ts from 'typescript';
import { constantReader } from './constant-reader.ts';
import type { Constant } from './constant-reader.ts';

/** How a text begins that is meant as a document: nothing else that the code says does. */
const BEGINS = /^(?:\s|#.*\n)*(?:(?:query|mutation|subscription)\b\s*\w*\s*[({@]|fragment\s+\w+\s+on\b)/;

/** What can be asked of an operation with all of its fragments, and not of a fragment that is still to be given others. */
const RULES_OF_WHOLES = [KnownFragmentNamesRule, NoUnusedFragmentsRule];
const RULES_OF_PARTS = specifiedRules.filter((rule) => !RULES_OF_WHOLES.includes(rule));

/**
 * Which documents do not fit the schema, with file, line and operation. Documents are what is given to `graphql()`, with the
 * fragments it is given, every other text in the code that begins like one, and the examples in Markdown. One that is put
 * together while the program runs is seen only by the server that answers it; the board may have none.
 */
export function documentFaults(schema: GraphQLSchema, sources: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const files = new Map<string, ts.SourceFile>();
  for (const [file, text] of sources) {
    if (/\.(?:[cm]?js|tsx?)$/.test(file))
      files.set(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  const { read, isDocument } = constantReader(files);

  for (const [file, source] of files) inspectCode(file, source);
  for (const [file, text] of sources) if (file.endsWith('.md')) inspectMarkdown(file, text);
  return faults;

  function inspectCode(file: string, source: ts.SourceFile, firstLine = 1): void {
    const visit = (node: ts.Node): void => {
      const line = firstLine + source.getLineAndCharacterOfPosition(node.getStart()).line;
      if (isDocument(file, node)) {
        const document = read(file, node);
        if (document === null)
          faults.push(`${file}:${line} puts a document together that can't be read ahead; write it out.`);
        else inspect(file, line, document);
        return;
      }
      if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && !isExempt(node)) {
        const document = read(file, node);
        // Whoever asks with it may add its fragments.
        if (document !== null && BEGINS.test(document.text)) inspect(file, line, document, false);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  function inspectMarkdown(file: string, text: string): void {
    for (const { 1: kind, 2: body, index } of text.matchAll(/^```(\w+).*\n([^]*?)^```/gm)) {
      const line = text.slice(0, index).split('\n').length + 1;
      if (kind === 'graphql') inspect(file, line, { text: body!, fragments: [] });
      else if (kind === 'js' || kind === 'ts')
        inspectCode(file, ts.createSourceFile(`${file}.${kind}`, body!, ts.ScriptTarget.Latest, true), line);
      else {
        for (const [, query] of body!.matchAll(/"query": ("(?:[^"\\]|\\.)*")/g))
          inspect(file, line, { text: JSON.parse(query!) as string, fragments: [] });
      }
    }
  }

  function inspect(file: string, line: number, { text, fragments }: Constant, isWhole = true): void {
    const own = parsed(text);
    if (own instanceof GraphQLError) {
      faults.push(`${file}:${lineOf(own, line)} ${own.message}`);
      return;
    }
    // What is wrong in a fragment that was given is said where that is written.
    const given = fragments
      .map(parsed)
      .filter((fragment): fragment is DocumentNode => !(fragment instanceof GraphQLError));
    const definitions = [own, ...given].flatMap((document) => document.definitions);
    const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions };
    const isOwn = ({ loc }: ASTNode): boolean => loc?.source === own.loc?.source;
    const errors = validate(schema, whole, RULES_OF_PARTS).filter(({ nodes }) => nodes?.some(isOwn));
    if (isWhole && own.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
      errors.push(...validate(schema, whole, RULES_OF_WHOLES));
    for (const error of errors) {
      const isHere = error.nodes?.[0] !== undefined && isOwn(error.nodes[0]);
      faults.push(`${file}:${isHere ? lineOf(error, line) : line} ${nameOf(own)}: ${error.message}`);
    }
  }
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** `/* fits no contract *\/` before a text that is wrong on purpose, or meant for another server. */
function isExempt(node: ts.Node): boolean {
  return node.getFullText().slice(0, node.getLeadingTriviaWidth()).includes('/* fits no contract');
}

function nameOf({ definitions: [first] }: DocumentNode): string {
  return (first !== undefined && 'name' in first ? first.name?.value : undefined) ?? 'a document without a name';
}

/** The line in the file of an error in a text that begins at `first`. */
function lineOf({ locations }: GraphQLError, first: number): number {
  return first + (locations?.[0]?.line ?? 1) - 1;
}
