/** An answer that carries errors, as Yoga would give it: their `http` extensions say status and headers, and stay here. */
import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';

interface HttpExtension {
  status?: number;
  headers?: Record<string, string>;
}

/** Status and body; the headers that errors ask for are set. */
export function answerErrors(
  result: ExecutionResult & { errors: readonly GraphQLError[] },
  response: ServerResponse,
): { status: number; body: string } {
  let status = 200;
  for (const { extensions } of result.errors) {
    const { status: wanted = 200, headers = {} } = (extensions.http ?? {}) as HttpExtension;
    status = Math.max(status, wanted);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  }
  return { status, body: JSON.stringify({ ...result, errors: result.errors.map(withoutInternals) }) };
}

function withoutInternals(error: GraphQLError): object {
  const { extensions = {}, ...told } = error.toJSON();
  const { http: _, unexpected: __, ...rest } = extensions;
  return Object.keys(rest).length === 0 ? told : { ...told, extensions: rest };
}
