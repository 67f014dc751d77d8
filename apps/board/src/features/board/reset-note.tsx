import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useBoardPhase } from './board-context.tsx';
import classes from './reset-note.module.css';

const KNOWN = ['EXPIRED', 'SCOPE_CHANGED', 'STREAM_RESTORED'] as const;

/** Says that the board was loaded anew because the stream could not go on, and why, until it is read. */
export function ResetNote() {
  const t = useT();
  const phase = useBoardPhase();
  const [read, setRead] = useState(phase);
  if (phase.kind !== 'ready' || phase.resetBy === null || phase === read) return null;
  const reason = KNOWN.find((one) => one === phase.resetBy) ?? 'OTHER';
  return (
    <div className={classes.note} role="status">
      <span>{t(`live.reset.${reason}`)}</span>
      <CloseButton size="sm" aria-label={t('common.close')} onClick={() => setRead(phase)} />
    </div>
  );
}
