import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconLink, IconPrinter } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { openDay } from '../../ui/time.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { useRevealed } from './revealed.tsx';
import classes from './complaint-drawer.module.css';

/** Which complaint this is; stays in sight while the rest scrolls. */
export function ComplaintHead({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const now = useNow('minute');
  const { read } = useRevealed();
  const link = `${location.origin}/complaints/${complaint.number}`;
  const { number } = complaint;
  useCommands(() => [
    {
      id: 'print',
      label: t('palette.print', { number }),
      also: `paper pdf ${inBothLanguages('palette.print', { number })}`,
      key: null,
      run: () => void open(`/complaints/${number}/print`, '_blank'),
    },
    {
      id: 'copyLink',
      label: t('palette.copyLink', { number }),
      also: `share ${inBothLanguages('palette.copyLink', { number })}`,
      key: null,
      run: () => void navigator.clipboard.writeText(link),
    },
  ]);
  return (
    <div className={classes.head}>
      <div className={classes.numberLine}>
        <SeverityMark severity={complaint.severity} size={13} />
        <span className={classes.number}>{complaint.number}</span>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={copied ? t('common.copied') : t('complaint.copyLink')}
              title={t('complaint.copyLink')}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} aria-hidden /> : <IconLink size={15} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
        <ActionIcon
          component="a"
          href={`/complaints/${complaint.number}/print`}
          target="_blank"
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('privacy.print')}
          title={t('privacy.print')}
        >
          <IconPrinter size={15} aria-hidden />
        </ActionIcon>
        <span>
          {[
            t(`severity.${complaint.severity}`),
            t(`channel.${complaint.channel}`),
            complaint.stage !== 'CLOSED' && t('time.openDays', { d: openDay(complaint.receivedAt, now) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <h2 className={classes.subject}>{read(complaint.subject)}</h2>
    </div>
  );
}
