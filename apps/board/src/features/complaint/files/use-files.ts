import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { filesQuery } from './file-documents.ts';
import type { FileView } from './file-documents.ts';

export interface Files {
  /** The newest first; null before the first answer. */
  files: readonly FileView[] | null;
  failed: boolean;
  refresh: () => void;
}

/** The files of a complaint that are there; asked for again whenever the complaint changes. */
export function useFiles({ number, revision }: { number: string; revision: number }): Files {
  const [{ data, error }, ask] = useQuery({
    query: filesQuery,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => {
    // Whatever changed the complaint may have changed its files.
    if (revision > 0) refresh();
  }, [revision, refresh]);
  const files = data === undefined ? null : (data.complaint?.attachments.nodes ?? []);
  return { files, failed: error !== undefined && data === undefined, refresh };
}
