import { useQuery } from 'urql';
import { policiesQuery } from './settings-documents.ts';
import type { PolicyEntry, PolicyKind } from './settings-documents.ts';

export interface Policies {
  /** Null until they are here. */
  policies: readonly PolicyEntry[] | null;
  failed: boolean;
  /** Asks once more. */
  again: () => void;
}

/** The policies of a kind as they hold now. */
export function usePolicies(kind: PolicyKind): Policies {
  const [{ data, error }, ask] = useQuery({
    query: policiesQuery,
    variables: { kind },
    requestPolicy: 'cache-and-network',
  });
  return {
    policies: data?.policies ?? null,
    failed: error !== undefined && data === undefined,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}

/** A policy that the company does not have yet, with what a form for it begins with. */
export function unwritten(kind: PolicyKind, key: string, value: PolicyEntry['value']): PolicyEntry {
  const nobody = { changedBy: null, reason: null, validFrom: '', default: null } as const;
  return { id: `${kind}/${key}`, kind, key, version: 0, origin: 'DEFAULT', value, ...nobody };
}
