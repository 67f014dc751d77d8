/**
 * Executing documents that come again and again: such a one is compiled to a function, which spends a fraction of what
 * walking the document costs. What comes once is walked, so that nobody fills the process with compiled one-offs.
 */
import { execute, getOperationAST } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CompiledQuery } from 'graphql-jit';

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

const WALKED_FIRST = 3;
const COMPILED_AT_MOST = 200;

interface Use {
  times: number;
  /** Null: it can't be compiled. */
  compiled: CompiledQuery | null | undefined;
}

export interface ExecuteOptions {
  /** How many documents stay compiled: those that were used last. */
  atMost?: number;
}

/** Makes an execute function that compiles what recurs. Documents are known by identity: http/documents.ts holds them. */
export function createExecute(schema: GraphQLSchema, { atMost = COMPILED_AT_MOST }: ExecuteOptions = {}): Execute {
  const uses = new WeakMap<DocumentNode, Map<string, Use>>();
  /** In the order of their last use. */
  const compiled = new Set<Use>();

  const compile = (document: DocumentNode, operationName: string): CompiledQuery | null => {
    // A mutation is what its fields do, one after the other; and what is compiled leaves out the defaults of an input's
    // required fields.
    if (getOperationAST(document, operationName || null)?.operation === 'mutation') return null;
    const result = compileQuery(schema, document, operationName);
    return isCompiledQuery(result) ? result : null;
  };

  /** Keeps what is in use; what was not used for the longest time is walked again until it recurs. */
  const keep = (use: Use): void => {
    compiled.delete(use);
    compiled.add(use);
    const [oldest] = compiled;
    if (compiled.size <= atMost || oldest === undefined) return;
    compiled.delete(oldest);
    Object.assign(oldest, { times: 0, compiled: undefined });
  };

  return (args) => {
    const name = args.operationName ?? '';
    let byName = uses.get(args.document);
    if (byName === undefined) uses.set(args.document, (byName = new Map()));
    let use = byName.get(name);
    if (use === undefined) byName.set(name, (use = { times: 0, compiled: undefined }));
    use.times += 1;
    if (use.times > WALKED_FIRST && use.compiled === undefined) use.compiled = compile(args.document, name);
    const known = use.compiled;
    if (known === null || known === undefined) return execute(args);
    keep(use);
    return known.query(args.rootValue, args.contextValue, { ...args.variableValues });
  };
}
