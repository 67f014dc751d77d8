import { useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { validateBoardSearch } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from '../figures/figures.module.css';
import { exportsQuery } from './export-documents.ts';
import { ExportItem } from './export-item.tsx';
import { ExportRequestForm } from './export-request-form.tsx';
import type { Narrowed } from './export-request-form.tsx';
import own from './exports.module.css';

/** Lists of complaints to take away: asked for here, decided on by somebody else, and taken once. */
export function Exports() {
  const t = useT();
  const [{ data, error }, ask] = useQuery({ query: exportsQuery, requestPolicy: 'cache-and-network' });
  const search = validateBoardSearch(useSearch({ strict: false }));
  const again = () => ask({ requestPolicy: 'network-only' });
  const exports = data?.complaintExports ?? [];
  return (
    <>
      <h1 className={classes.title}>{t('exports.title')}</h1>
      <p className={classes.intro}>{t('exports.intro')}</p>
      <ExportRequestForm onAsked={again} narrowed={narrowedBy(search)} />
      {error !== undefined && <Notice kind="problem">{t('exports.failed')}</Notice>}
      {data !== undefined && exports.length === 0 && <p className={classes.intro}>{t('exports.none')}</p>}
      <ul className={own.list} aria-label={t('exports.list')}>
        {exports.map((row) => (
          <ExportItem key={row.id} row={row} onChanged={again} />
        ))}
      </ul>
    </>
  );
}

/** What of the board's filter a list can be asked for by. */
function narrowedBy({ department = '', stage = '', severity = '' }: BoardSearch): Narrowed {
  return { department: department.includes(',') ? '' : department, stages: stage, severities: severity };
}
