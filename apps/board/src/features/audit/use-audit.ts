import { AUDIT_VIAS } from '@redress/domain/rules/audit-words';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { auditQuery } from './audit-documents.ts';
import type { AuditEntry, AuditFilter, AuditPageView as Page } from './audit-documents.ts';
import { spanOf } from './audit-search.ts';
import type { AuditSearch } from './audit-search.ts';

const PAGE_SIZE = 50;

export interface AuditTrail {
  /** Newest first. */
  entries: readonly AuditEntry[];
  state: 'loading' | 'ready' | 'failed';
  hasMore: boolean;
  /** Whether older entries are on their way. */
  isLoadingMore: boolean;
  more: () => void;
  /** Begins anew with what is newest now. */
  refresh: () => void;
}

/** The trail that the filter means, a page at a time. */
export function useAudit(search: AuditSearch): AuditTrail {
  const client = useClient();
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  /** The filter that the last answer was to, and whether there was one; null while a new one is asked for by hand. */
  const [answered, setAnswered] = useState<{ key: string; failed: boolean } | null>(null);
  const [end, setEnd] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  // An answer to a filter that is no longer asked for must not be shown under another.
  const asked = useRef(0);
  const key = JSON.stringify(search);

  const read = useCallback(
    async (after: string | null): Promise<Page | undefined> => {
      const variables = { filter: filterOf(JSON.parse(key) as AuditSearch), first: PAGE_SIZE, after };
      return (await client.query(auditQuery, variables, { requestPolicy: 'network-only' }).toPromise()).data?.audit;
    },
    [client, key],
  );
  const take = useCallback(
    (turn: number, page: Page | undefined, after: string | null) => {
      if (turn !== asked.current) return;
      setLoadingMore(false);
      setAnswered({ key, failed: page === undefined });
      if (page === undefined) return;
      setEntries((before) => (after === null ? page.nodes : [...before, ...page.nodes]));
      setEnd(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
    },
    [key],
  );
  useEffect(() => {
    const turn = ++asked.current;
    void read(null).then((page) => take(turn, page, null));
  }, [read, take]);

  const ask = (after: string | null) => {
    const turn = ++asked.current;
    void read(after).then((page) => take(turn, page, after));
  };
  return {
    entries,
    state: answered?.key !== key ? 'loading' : answered.failed ? 'failed' : 'ready',
    hasMore: end !== null,
    isLoadingMore,
    more: () => {
      setLoadingMore(true);
      ask(end);
    },
    refresh: () => {
      setAnswered(null);
      ask(null);
    },
  };
}

function filterOf(search: AuditSearch): AuditFilter {
  const { actor, action, complaint, department } = search;
  return {
    actorId: actor ?? null,
    action: action ?? null,
    complaint: complaint === undefined ? null : { number: complaint },
    departmentCode: department ?? null,
    via: AUDIT_VIAS.find((via) => via === search.via) ?? null,
    ...spanOf(search),
  };
}
