import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { shortDate } from '../../ui/time.ts';
import { demandQuery } from './demand-documents.ts';
import { repliesQuery } from './replies-documents.ts';

/** What whoever opens the complaint must know before they talk to the customer. */
export function SpecialBands({ complaintId }: { complaintId: string }) {
  const t = useT();
  const locale = useLocale();
  const asked = { variables: { id: complaintId }, requestPolicy: 'cache-and-network' } as const;
  const [{ data: replies }] = useQuery({ query: repliesQuery, ...asked });
  const [{ data: demands }] = useQuery({ query: demandQuery, ...asked });
  const heldAt = replies?.complaint?.repliesHeldAt ?? null;
  const mark = demands?.complaint?.demandMarks.find(({ state }) => state === 'ACTIVE');
  return (
    <>
      {heldAt !== null && <Notice kind="info">{t('replies.held', { at: shortDate(heldAt, locale) })}</Notice>}
      {mark !== undefined && <Notice kind="info">{t('demand.band', { at: shortDate(mark.until, locale) })}</Notice>}
    </>
  );
}
