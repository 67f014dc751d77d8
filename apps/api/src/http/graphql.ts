/**
 * GraphQL over HTTP as the specification says, by Yoga, with what the sockets share with it: the documents that are
 * held, the limits, the context and the mask over bugs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SchemaContext } from '@redress/schema/context';
import { refusedUnlessSignedIn, rootFieldsOf } from '@redress/schema/public-fields';
import { GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionArgs } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Plugin } from 'graphql-yoga';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { createContext } from './context.ts';
import { GRAPHIQL } from './graphiql.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { takesBack } from './takes-back.ts';
import { maskError } from './masked-error.ts';
import { MAX_BODY } from './plain-operation.ts';
import { rememberChange } from './read-your-writes.ts';
import { tellCost, weigh } from './weigh.ts';

/** What a request brings along to Yoga. */
export interface RequestState {
  req: IncomingMessage;
  res: ServerResponse;
  caller: Caller;
}

type Handler = (req: IncomingMessage, res: ServerResponse, state: RequestState) => Promise<unknown>;

export function createGraphql(services: Services): Handler {
  const yoga = createYoga<RequestState, { own: SchemaContext }>({
    schema: services.schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    maxRequestBodySize: MAX_BODY,
    parserAndValidationCache: false,
    maskedErrors: { maskError: (error) => maskError(error, services.log) },
    graphiql: (_request, state) => (state?.caller.principal === null ? false : GRAPHIQL),
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    // Within Yoga's own, into which it copies what it is given.
    context: ({ caller, res, req, params }) => ({
      own: createContext(services, {
        caller,
        response: res,
        idempotencyKey: idempotencyKey(req.headers['idempotency-key'], params.extensions),
        takesBack: takesBack(req.headers['takes-back'], params.extensions),
        onChange: (cursor) => rememberChange(caller, res, cursor),
      }),
    }),
    plugins: [useDocuments(services), useOperationRules(services)],
  });
  return async (req, res, state) => yoga.handle(req, res, state);
}

/** Parses and validates by what HTTP and sockets hold together. */
function useDocuments({ documents }: Services): Plugin<RequestState> {
  return {
    onParse: ({ setParseFn }) => setParseFn((source: string) => documents.parse(source)),
    onValidate: ({ setValidationFn, context }) => {
      const mayIntrospect = context.caller.principal !== null;
      setValidationFn((_schema: unknown, document: DocumentNode) => documents.validate(document, mayIntrospect));
    },
  };
}

/** What is decided about an operation once it is known which one it is, and before it runs. */
function useOperationRules(services: Services): Plugin<RequestState & { own: SchemaContext }> {
  return {
    onSubscribe: () => {
      throw refusal(
        405,
        'BAD_REQUEST',
        'Subscriptions run over WebSocket (subprotocol graphql-transport-ws), at the same path.',
      );
    },
    onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
      const { req, res, caller, own } = args.contextValue;
      setExecuteFn((given: ExecutionArgs) => services.execute({ ...given, contextValue: own }));
      if (req.method === 'GET' && selectsLookUp(args)) {
        throw refusal(
          405,
          'BAD_REQUEST',
          'Public look-ups are sent by POST: a code in an address would stay in logs and histories.',
        );
      }
      const refused =
        caller.principal === null ? refusedUnlessSignedIn(args.document, args.operationName ?? null) : null;
      if (refused !== null) return setResultAndStopExecution({ errors: [refused] });
      const left = weigh(args, own, services.budget);
      if (left !== null) tellCost(res, left);
    },
  };
}

/** Root fields whose arguments are somebody's secret, or their number: they stand in no address, and so in no log. */
const LOOK_UPS: readonly string[] = ['tracking', 'customerLookup'];

function selectsLookUp({ document, operationName }: Pick<ExecutionArgs, 'document' | 'operationName'>): boolean {
  return rootFieldsOf(document, operationName ?? null).some((name) => LOOK_UPS.includes(name));
}

function refusal(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
