import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { colleaguesNamedQuery, colleaguesQuery } from './meeting-documents.ts';

export interface Colleague {
  id: string;
  name: string;
}

export interface Colleagues {
  /** Whom the search found, and whoever is chosen or known besides. */
  people: readonly Colleague[];
  isFound: (id: string) => boolean;
  typed: string;
  onType: (text: string) => void;
}

const SEARCH_AFTER = 200;

/**
 * Colleagues who can sign in, looked up by the server as one types: a company may have thousands. `chosen` are the ids
 * that the field holds, `known` those whose names are here already; other names are asked for.
 */
export function useColleagues(chosen: readonly string[], known: readonly Colleague[] = []): Colleagues {
  const [typed, onType] = useState('');
  const [debounced] = useDebouncedValue(typed, SEARCH_AFTER);
  // What a field shows of its choice is no search.
  const search = known.some(({ name }) => name === debounced) ? '' : debounced;
  const [{ data: matching }] = useQuery({ query: colleaguesQuery, variables: { search } });
  const found = matching?.members.nodes ?? [];
  const missing = chosen.filter((id) => ![...known, ...found].some((one) => one.id === id));
  const [{ data: named }] = useQuery({
    query: colleaguesNamedQuery,
    variables: { ids: missing },
    pause: missing.length === 0,
  });
  const asked = (named?.nodes ?? []).flatMap((node) => (node?.__typename === 'Member' ? [node] : []));
  const kept = new Map([...known, ...asked].map((one) => [one.id, one]));
  const people = [...found, ...[...kept.values()].filter(({ id }) => !found.some((one) => one.id === id))];
  return { people, isFound: (id) => found.some((one) => one.id === id), typed, onType };
}
