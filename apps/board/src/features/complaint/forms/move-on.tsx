import { Button } from '@mantine/core';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { useT } from '../../../i18n/use-t.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { moveMutation } from '../complaint-mutations.ts';
import classes from '../form-shell.module.css';
import { useAction } from '../use-action.ts';

/** The next step of the process, with nothing left to fill in: one press. */
export function MoveOn({
  complaint,
  toStage,
  onDone,
}: {
  complaint: ComplaintView;
  toStage: Stage;
  onDone: () => void;
}) {
  const t = useT();
  const action = useAction(moveMutation, (data) => data.complaintMove);
  const move = async () => {
    const input = { id: complaint.id, toStage, expectedVersion: complaint.version };
    if (await action.run({ input })) onDone();
  };
  return (
    <div className={classes.form}>
      <div className={classes.buttons}>
        <Button size="sm" loading={action.busy} onClick={() => void move()}>
          {t('complaint.move.submit', { stage: t(`stage.${toStage}`) })}
        </Button>
      </div>
      <ActionProblems action={action} onLoadLatest={action.clear} />
    </div>
  );
}
