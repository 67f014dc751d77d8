import { useQuery } from 'urql';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from '../figures/figures.module.css';
import { exportsQuery } from './export-documents.ts';
import { ExportItem } from './export-item.tsx';
import { ExportRequestForm } from './export-request-form.tsx';
import own from './exports.module.css';

/** Lists of complaints to take away: asked for here, decided on by somebody else, and taken once. */
export function Exports() {
  const t = useT();
  const [{ data, error }, ask] = useQuery({ query: exportsQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const exports = data?.complaintExports ?? [];
  return (
    <>
      <h1 className={classes.title}>{t('exports.title')}</h1>
      <p className={classes.intro}>{t('exports.intro')}</p>
      <ExportRequestForm onAsked={again} />
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
