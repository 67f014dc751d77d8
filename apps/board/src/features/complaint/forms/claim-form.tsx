import { Button } from '@mantine/core';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { claimMutation } from '../complaint-mutations.ts';
import { useAction } from '../use-action.ts';
import classes from '../form-shell.module.css';

/** Takes the complaint for the department it was routed to. One press; who was first, if not this one, is said. */
export function ClaimForm({
  complaint,
  onBehalf,
  onDone,
}: {
  complaint: Pick<ComplaintView, 'id' | 'department'>;
  onBehalf: boolean;
  onDone: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const action = useAction(claimMutation, (data) => data.complaintClaim);
  const department = complaint.department === null ? '' : departmentName(complaint.department, locale);
  const claim = async () => {
    if (await action.run({ input: { id: complaint.id } })) onDone();
  };
  return (
    <div className={classes.form}>
      <div className={classes.buttons}>
        <Button size="sm" loading={action.busy} onClick={() => void claim()}>
          {onBehalf ? t('complaint.claim.onBehalf', { department }) : t('complaint.claim.submit', { department })}
        </Button>
      </div>
      <ActionProblems action={action} />
    </div>
  );
}
