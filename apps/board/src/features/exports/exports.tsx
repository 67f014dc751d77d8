import { EXPORTING_ROLES } from '@redress/domain/rules/permissions';
import { useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { validateBoardSearch } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { useViewer } from '../../app/viewer.tsx';
import { useT } from '../../i18n/use-t.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import classes from '../figures/figures.module.css';
import { filterOf } from '../board/board-search-filter.ts';
import { exportsQuery } from './export-documents.ts';
import { ExportItem } from './export-item.tsx';
import { ExportRequestForm } from './export-request-form.tsx';
import type { Narrowed } from './export-request-form.tsx';
import own from './exports.module.css';

/** Lists of complaints to take away: asked for here, decided on by somebody else, and taken once. */
export function Exports() {
  const t = useT();
  const { roles } = useViewer();
  const [{ data, error }, ask] = useQuery({ query: exportsQuery, requestPolicy: 'cache-and-network' });
  const search = validateBoardSearch(useSearch({ strict: false }));
  const again = () => ask({ requestPolicy: 'network-only' });
  const exports = data?.complaintExports ?? [];
  const mayAsk = roles.some(({ role }) => EXPORTING_ROLES.includes(role));
  return (
    <>
      <h1 className={classes.title}>{t('exports.title')}</h1>
      <p className={classes.intro}>{t('exports.intro')}</p>
      {mayAsk ? (
        <ExportRequestForm onAsked={again} narrowed={narrowedBy(search)} />
      ) : (
        <Notice kind="info">{t('exports.notYours')}</Notice>
      )}
      {data === undefined && error === undefined && <LoadingLines heights={[64]} />}
      {error !== undefined && <RetryNotice onRetry={again}>{t('exports.failed')}</RetryNotice>}
      {mayAsk && data !== undefined && exports.length === 0 && <p className={classes.intro}>{t('exports.none')}</p>}
      <ul className={own.list} aria-label={t('exports.list')}>
        {exports.map((row) => (
          <ExportItem key={row.id} row={row} onChanged={again} />
        ))}
      </ul>
    </>
  );
}

/** What of the board's filter a list can be asked for by. */
function narrowedBy(search: BoardSearch): Narrowed {
  const { departmentCodes: [department = '', ...others] = [], stages = [], severities = [] } = filterOf(search);
  return {
    department: others.length === 0 ? department : '',
    stages: stages.join(','),
    severities: severities.join(','),
  };
}
