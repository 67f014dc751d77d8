import { posix } from 'node:path';
import ts from 'typescript';

/** A text that is known without running the program; for a document also the texts of the fragments that it is given. */
export interface Constant {
  text: string;
  fragments: readonly string[];
}

export interface ConstantReader {
  /** Null for what only the running program knows. */
  read(file: string, node: ts.Node): Constant | null;
  /** Whether it is a call of the board's `graphql()`, under whatever name the file has it. */
  isDocument(file: string, node: ts.Node): node is ts.CallExpression;
}

/**
 * Reads texts out of code: written out, put together of others, given to `graphql()`, or kept under a name at the top of a
 * file, this one or one that it is imported from.
 */
export function constantReader(files: ReadonlyMap<string, ts.SourceFile>): ConstantReader {
  const scopes = new Map([...files].map(([file, source]) => [file, scopeOf(file, source)]));
  return { read, isDocument };

  function isDocument(file: string, node: ts.Node): node is ts.CallExpression {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
    const { text: name } = node.expression;
    const scope = scopes.get(file);
    const from = scope?.imports.get(name);
    return scope?.aliases.has(name) === true || (from?.name === 'graphql' && from.file.endsWith('/graphql.ts'));
  }

  function read(file: string, node: ts.Node): Constant | null {
    if (ts.isStringLiteralLike(node)) return { text: node.text, fragments: [] };
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return read(file, node.expression);
    if (ts.isIdentifier(node)) return named(file, node.text);
    if (ts.isTemplateExpression(node)) return joined(file, node);
    if (isDocument(file, node)) return given(file, node);
    return null;
  }

  function named(file: string, name: string): Constant | null {
    const scope = scopes.get(file);
    const initializer = scope?.constants.get(name);
    if (initializer !== undefined) return read(file, initializer);
    const from = scope?.imports.get(name);
    return from === undefined ? null : named(from.file, from.name);
  }

  function joined(file: string, { head, templateSpans }: ts.TemplateExpression): Constant | null {
    let { text } = head;
    for (const { expression, literal } of templateSpans) {
      const part = read(file, expression);
      if (part === null) return null;
      text += part.text + literal.text;
    }
    return { text, fragments: [] };
  }

  /** A call with a text and, where it needs some, a list of fragments that were made by such calls. */
  function given(file: string, { arguments: [body, list] }: ts.CallExpression): Constant | null {
    const document = body === undefined ? null : read(file, body);
    if (document === null || (list !== undefined && !ts.isArrayLiteralExpression(list))) return null;
    const fragments = new Set<string>();
    for (const element of list?.elements ?? []) {
      const fragment = read(file, element);
      if (fragment === null) return null;
      for (const text of [fragment.text, ...fragment.fragments]) fragments.add(text);
    }
    return { text: document.text, fragments: [...fragments] };
  }
}

interface Scope {
  constants: Map<string, ts.Expression>;
  imports: Map<string, { file: string; name: string }>;
  /** What is declared as `typeof graphql`, for the compiler alone. */
  aliases: Set<string>;
}

function scopeOf(file: string, { statements }: ts.SourceFile): Scope {
  const scope: Scope = { constants: new Map(), imports: new Map(), aliases: new Set() };
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer, type } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(name)) continue;
        if (initializer !== undefined) scope.constants.set(name.text, initializer);
        if (type?.getText() === 'typeof graphql') scope.aliases.add(name.text);
      }
    } else if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = posix.join(posix.dirname(file), statement.moduleSpecifier.text);
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
      for (const { name, propertyName } of bindings.elements)
        scope.imports.set(name.text, { file: from, name: (propertyName ?? name).text });
    }
  }
  return scope;
}
