/** The complaints that a person names by their numbers, one or several, however they are parted. */
import { useCallback } from 'react';
import { useClient } from 'urql';
import { namedComplaintQuery } from './group-documents.ts';

/** The numbers in a text, each once, in upper case. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.toUpperCase().match(/C-\d{4}-\d{6,}/g) ?? [])];
}

/** Finds their ids; `missing` are the numbers that are not there, or not this viewer's to see. */
export function useNamedComplaints(): (text: string) => Promise<{ ids: string[]; missing: string[] }> {
  const client = useClient();
  return useCallback(
    async (text) => {
      const found = await Promise.all(
        numbersIn(text).map(async (number) => {
          const result = await client
            .query(namedComplaintQuery, { number }, { requestPolicy: 'network-only' })
            .toPromise();
          return { number, id: result.data?.complaint?.id ?? null };
        }),
      );
      return {
        ids: found.flatMap(({ id }) => (id === null ? [] : [id])),
        missing: found.filter(({ id }) => id === null).map(({ number }) => number),
      };
    },
    [client],
  );
}
