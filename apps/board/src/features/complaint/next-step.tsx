import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionKind } from './action-kinds.ts';
import type { ComplaintView } from './complaint-documents.ts';
import classes from './complaint-drawer.module.css';
import { DueTime } from './due-time.tsx';
import { dutyText } from './duty-text.ts';
import { DutyDoneForm } from './forms/end-duty-forms.tsx';
import type { NextAction } from './next-action.ts';
import { useFocusWhen } from './use-asked-action.ts';

/** Long forms wait behind their button, so that they don't push the complaint itself out of sight. */
const BEHIND_A_BUTTON: readonly NextAction['kind'][] = [
  'rule',
  'decide-appeal',
  'route',
  'contact',
  'complete',
  'survey',
  'duty',
];

/** What an action is called. */
export function actionKey(kind: NextAction['kind'] | ActionKind) {
  return kind === 'duty' ? 'duty.done' : (`complaint.action.${kind}` as const);
}

/**
 * The primary action, in the accent: it alone has it. `onBegin` is called when the person starts to fill it in: from
 * then on it stays, whatever others do to the complaint meanwhile.
 */
export function NextStep({
  complaint,
  next,
  begun,
  asked,
  onBegin,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  next: NextAction;
  begun: boolean;
  /** How often the person asked for a form, this very one being the last: it is open, and has the focus. 0: for none, or another. */
  asked: number;
  onBegin: () => void;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const duty = complaint.duties.nodes.find(({ id }) => next.kind === 'duty' && id === next.dutyId);
  const waits = BEHIND_A_BUTTON.includes(next.kind);
  const [started, setStarted] = useState(!waits || asked > 0);
  const form = useFocusWhen(asked);
  const cancel = () => {
    setStarted(!waits);
    onCancel();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only watches where the focus goes
    <section
      ref={form}
      className={classes.next}
      aria-label={t('complaint.next')}
      onFocus={({ target }) => {
        if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) onBegin();
      }}
    >
      <h3 className={classes.nextTitle}>{t('complaint.next')}</h3>
      {duty !== undefined && (
        <div className={classes.nextDuty}>
          {dutyText(duty, locale)}
          {duty.dueAt !== null && <DueTime dueAt={duty.dueAt} clock={duty.deadline} />}
        </div>
      )}
      {started ? (
        <StepForm complaint={complaint} next={next} onDone={onDone} {...((waits || begun) && { onCancel: cancel })} />
      ) : (
        <div>
          <Button size="sm" onClick={() => setStarted(true)}>
            {t(actionKey(next.kind))}
          </Button>
        </div>
      )}
    </section>
  );
}

interface StepFormProps {
  complaint: ComplaintView;
  next: NextAction;
  onDone: () => void;
  onCancel?: () => void;
}

/** A duty has a form of its own; every other step is an action on the complaint. */
function StepForm({ complaint, next, onDone, onCancel }: StepFormProps) {
  if (next.kind === 'duty') {
    return <DutyDoneForm duty={{ id: next.dutyId }} onDone={onDone} onCancel={onCancel ?? onDone} />;
  }
  return (
    <ActionForm
      complaint={complaint}
      action={next.kind === 'complete' ? { kind: 'move' } : next}
      onDone={onDone}
      {...(onCancel !== undefined && { onCancel })}
    />
  );
}
