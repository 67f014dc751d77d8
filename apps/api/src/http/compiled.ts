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

/** Makes an execute function that compiles what recurs. Documents are known by identity: http/documents.ts holds them. */
export function createExecute(schema: GraphQLSchema): Execute {
  const uses = new WeakMap<DocumentNode, Map<string, Use>>();
  let compiled = 0;

  const compile = (document: DocumentNode, operationName: string): CompiledQuery | null => {
    // A mutation is what its fields do, one after the other; there is nothing to win.
    if (compiled >= COMPILED_AT_MOST || getOperationAST(document, operationName || null)?.operation === 'mutation')
      return null;
    compiled += 1;
    const result = compileQuery(schema, document, operationName);
    return isCompiledQuery(result) ? result : null;
  };

  return (args) => {
    const name = args.operationName ?? '';
    let byName = uses.get(args.document);
    if (byName === undefined) uses.set(args.document, (byName = new Map()));
    let use = byName.get(name);
    if (use === undefined) byName.set(name, (use = { times: 0, compiled: undefined }));
    use.times += 1;
    if (use.times > WALKED_FIRST && use.compiled === undefined) use.compiled = compile(args.document, name);
    if (use.compiled === null || use.compiled === undefined) return execute(args);
    return use.compiled.query(args.rootValue, args.contextValue, { ...args.variableValues });
  };
}
