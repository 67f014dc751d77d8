import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { ComplaintView, HandoffView } from '../complaint-documents.ts';
import { handoffAcceptMutation } from '../complaint-mutations.ts';
import classes from '../form-shell.module.css';
import { useAction } from '../use-action.ts';
import { DeclineForm } from './decline-form.tsx';

/** The asked department's two answers: accept with one press, or decline and say where it belongs. */
export function AnswerHandoff({
  complaint,
  handoff,
  onDone,
  onCancel,
}: {
  complaint: Pick<ComplaintView, 'number'>;
  handoff: HandoffView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const [declining, setDeclining] = useState(false);
  const accept = useAction(handoffAcceptMutation, (data) => data.handoffAccept);

  if (declining) {
    return (
      <DeclineForm
        complaint={complaint}
        handoff={handoff}
        onDone={onDone}
        onCancel={() => {
          setDeclining(false);
          onCancel?.();
        }}
      />
    );
  }
  return (
    <div className={classes.form}>
      <div>
        {t('complaint.handoff.asked', {
          from: departmentName(handoff.from, locale),
          to: departmentName(handoff.to, locale),
        })}
      </div>
      {handoff.reason !== null && <blockquote className={classes.quote}>{handoff.reason}</blockquote>}
      <div className={classes.buttons}>
        <Button
          size="sm"
          loading={accept.busy}
          onClick={() => void accept.run({ input: { id: handoff.id } }).then((done) => done && onDone())}
        >
          {t('complaint.handoff.accept')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setDeclining(true)}>
          {t('complaint.handoff.decline')}
        </Button>
      </div>
      <ActionProblems action={accept} />
    </div>
  );
}
