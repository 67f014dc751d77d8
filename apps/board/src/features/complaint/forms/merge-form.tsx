import { Checkbox, Textarea } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import { shortDate } from '../../../ui/time.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { mergeMutation } from '../merge-documents.ts';
import type { Compared } from '../merge-documents.ts';
import { useAction } from '../use-action.ts';
import classes from './merge-form.module.css';

/** Two complaints side by side, and what becomes of them: the later goes into the earlier. */
export function MergeForm({
  complaint,
  other,
  sameCustomer,
  onDone,
  onCancel,
}: {
  complaint: Compared;
  other: Compared;
  /** They are known to come from one customer; otherwise the person must say that they are one matter all the same. */
  sameCustomer: boolean;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(mergeMutation, (data) => data.complaintMerge);
  const [earlier, later] = complaint.receivedAt <= other.receivedAt ? [complaint, other] : [other, complaint];
  const { fields, restored, set, clear } = useDraft(`${later.number}.merge`, { reason: '' });
  const [across, setAcross] = useState(false);
  const reason = fields.reason.trim();
  const problems = action.refusal?.fields ?? {};

  const submit = async () => {
    const input = { id: later.id, intoId: earlier.id, reason, acrossCustomers: across };
    if (!(await action.run({ input }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('special.merge.title')}
      submitLabel={t('special.merge.submit')}
      busy={action.busy}
      disabled={reason === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['reason']} />}
    >
      <Comparison earlier={earlier} later={later} />
      <p>{t('special.merge.way', { later: later.number, earlier: earlier.number })}</p>
      {(!sameCustomer || problems['acrossCustomers'] !== undefined) && (
        <Checkbox
          label={t('special.merge.across')}
          description={t('special.merge.acrossHint')}
          checked={across}
          onChange={(event) => setAcross(event.currentTarget.checked)}
        />
      )}
      <Textarea
        label={t('special.merge.reason')}
        placeholder={t('special.merge.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={problems['reason']}
      />
    </FormShell>
  );
}

/** The same facts of both, beside each other; what neither has is left out. */
function Comparison({ earlier, later }: { earlier: Compared; later: Compared }) {
  const t = useT();
  const locale = useLocale();
  const facts = (of: Compared) =>
    ({
      stage: t(`stage.${of.stage}`),
      received: shortDate(of.receivedAt, locale),
      customer: [of.customer?.name, of.customer?.phone].filter(Boolean).join(' '),
      subject: of.subject,
      demand: of.demand ?? '',
      about: of.about ?? '',
      department: of.department === null ? '' : departmentName(of.department, locale),
    }) as const;
  const [first, second] = [facts(earlier), facts(later)];
  const rows = (Object.keys(first) as (keyof typeof first)[]).filter((row) => first[row] !== '' || second[row] !== '');
  return (
    <div className={classes.compared} role="group" aria-label={t('special.compare')}>
      <span />
      <span className={classes.head}>{earlier.number}</span>
      <span className={classes.head}>{later.number}</span>
      {rows.map((row) => (
        <Fragment key={row}>
          <span className={classes.name}>{t(`special.merge.${row}`)}</span>
          <span>{first[row]}</span>
          <span>{second[row]}</span>
        </Fragment>
      ))}
    </div>
  );
}
