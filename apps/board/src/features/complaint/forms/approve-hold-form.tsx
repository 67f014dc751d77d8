import { useLocale, useT } from '../../../i18n/use-t.ts';
import { fullTime } from '../../../ui/time.ts';
import { ActionProblems } from '../action-problems.tsx';
import type { HoldView } from '../complaint-documents.ts';
import { FormShell } from '../form-shell.tsx';
import formClasses from '../form-shell.module.css';
import { holdApproveMutation } from '../hold-mutations.ts';
import { useAction } from '../use-action.ts';

/** Approves a hold that somebody else asked for. */
export function ApproveHoldForm({
  hold,
  onDone,
  onCancel,
}: {
  hold: HoldView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const action = useAction(holdApproveMutation, (data) => data.holdApprove);
  const name = hold.requestedBy?.name;

  const submit = async () => {
    if (await action.run({ input: { id: hold.id } })) onDone();
  };
  return (
    <FormShell
      title={name === undefined ? t('hold.approve.titleUnnamed') : t('hold.approve.title', { name })}
      submitLabel={t('hold.approve.submit')}
      busy={action.busy}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} />}
    >
      {hold.reason !== null && <blockquote className={formClasses.quote}>{hold.reason}</blockquote>}
      <div className={formClasses.hint}>
        {t('hold.until')} <time dateTime={hold.until}>{fullTime(hold.until, locale)}</time>
      </div>
    </FormShell>
  );
}
