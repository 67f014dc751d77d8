import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ActionForm } from './action-form.tsx';
import type { ComplaintView } from './complaint-documents.ts';
import classes from './complaint-drawer.module.css';
import type { NextAction } from './next-action.ts';

/** Long forms wait behind their button, so that they don't push the complaint itself out of sight. */
const BEHIND_A_BUTTON: readonly NextAction['kind'][] = ['route', 'contact'];

/** The primary action, in the accent: it alone has it. */
export function NextStep({
  complaint,
  next,
  onDone,
}: {
  complaint: ComplaintView;
  next: NextAction;
  onDone: () => void;
}) {
  const t = useT();
  const [started, setStarted] = useState(!BEHIND_A_BUTTON.includes(next.kind));
  return (
    <section className={classes.next} aria-label={t('complaint.next')}>
      <h3 className={classes.nextTitle}>{t('complaint.next')}</h3>
      {started ? (
        <ActionForm complaint={complaint} action={next} onDone={onDone} />
      ) : (
        <div>
          <Button size="sm" onClick={() => setStarted(true)}>
            {t(`complaint.action.${next.kind}`)}
          </Button>
        </div>
      )}
    </section>
  );
}
