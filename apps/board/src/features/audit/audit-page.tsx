import { Button } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addMessages } from '../../i18n/catalogue.ts';
import { auditMessages } from '../../i18n/messages/audit.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { useViewer } from '../../app/viewer.tsx';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { MessagePage } from '../../ui/message-page.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import classes from './audit-page.module.css';
import { exportAddress, validateAuditSearch } from './audit-search.ts';
import type { AuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { useAudit } from './use-audit.ts';
import type { AuditTrail } from './use-audit.ts';

addMessages(auditMessages);

/** The audit trail, for those who may read it. */
export function AuditPage() {
  const t = useT();
  const { permissions } = useViewer();
  if (!permissions.audit) return <MessagePage title={t('audit.forbidden.title')} text={t('audit.forbidden.text')} />;
  return <Trail />;
}

function Trail() {
  const t = useT();
  const locale = useLocale();
  const navigate = useNavigate();
  const { roles } = useViewer();
  const search = validateAuditSearch(useSearch({ strict: false }));
  const trail = useAudit(search);
  const narrow = (change: AuditSearch) => void navigate({ to: '/audit', search: { ...search, ...change } as object });
  const readsAll = roles.some(({ role }) => role === 'AUDITOR');
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{t('audit.title')}</h1>
          <p className={classes.about}>{t(readsAll ? 'audit.about' : 'audit.aboutSettings')}</p>
        </div>
        <div className={classes.ways}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            onClick={trail.refresh}
          >
            {t('audit.refresh')}
          </Button>
          <Button
            size="xs"
            component="a"
            href={exportAddress(search, locale)}
            download
            title={t('audit.exportHint')}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('audit.export')}
          </Button>
        </div>
      </div>
      <AuditFilterBar search={search} entries={trail.entries} readsAll={readsAll} onChange={narrow} />
      <div className={classes.body}>
        <Entries trail={trail} onNarrow={narrow} />
      </div>
    </div>
  );
}

function Entries({ trail, onNarrow }: { trail: AuditTrail; onNarrow: (change: AuditSearch) => void }) {
  const t = useT();
  const { entries, state, hasMore, isLoadingMore, more, refresh } = trail;
  if (state === 'failed') return <RetryNotice onRetry={refresh}>{t('audit.failed')}</RetryNotice>;
  if (state === 'loading' && entries.length === 0) return <LoadingLines heights={Array<number>(8).fill(40)} />;
  if (entries.length === 0) return <p className={classes.empty}>{t('audit.empty')}</p>;
  return (
    <>
      <AuditTable entries={entries} isBusy={state === 'loading'} onNarrow={onNarrow} />
      {hasMore && (
        <Button size="xs" variant="default" loading={isLoadingMore} onClick={more}>
          {t('audit.more')}
        </Button>
      )}
    </>
  );
}
