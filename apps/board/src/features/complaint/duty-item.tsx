import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { shortDate } from '../../ui/time.ts';
import { ActionProblems } from './action-problems.tsx';
import { dutyRights } from './commitment-rights.ts';
import type { ComplaintView, DutyView } from './complaint-documents.ts';
import { DueTime } from './due-time.tsx';
import { dutyAssignMutation } from './duty-mutations.ts';
import { dutyText } from './duty-text.ts';
import { DutyAssignForm } from './forms/duty-assign-form.tsx';
import { DutyDoneForm, DutyWaiveForm } from './forms/end-duty-forms.tsx';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';
import { useStepCommands } from './use-step-commands.ts';

const STEPS = ['done', 'waive', 'assign'] as const;
const FORMS = { done: DutyDoneForm, waive: DutyWaiveForm, assign: DutyAssignForm };

/** One duty: whose, what, by when; and what this viewer may do with it, one form at a time. */
export function DutyItem({ complaint, duty }: { complaint: ComplaintView; duty: DutyView }) {
  const t = useT();
  const locale = useLocale();
  const viewer = useViewer();
  const rights = dutyRights(viewer, complaint, duty);
  const taking = useAction(dutyAssignMutation, (data) => data.dutyAssign);
  const [open, setOpen] = useState<(typeof STEPS)[number] | null>(null);
  const offered = STEPS.filter((step) => rights[step]);
  // A form that is open stays when somebody else ends the duty: the server says so, and what was typed is not lost.
  const Form = open === null ? null : FORMS[open];
  const close = () => setOpen(null);
  const take = () => void taking.run({ input: { id: duty.id, ownerId: viewer.member.id } });
  const commands = offered.map((step) => ({ words: `duty.${step}` as const, run: () => setOpen(step) }));
  const place = useStepCommands<HTMLLIElement>(
    'duty.one',
    rights.take ? [{ words: 'duty.take', run: take }, ...commands] : commands,
    { id: duty.id, what: dutyText(duty, locale) },
  );
  return (
    <li ref={place} className={classes.item}>
      <div className={classes.line}>
        <DepartmentDot department={duty.department} />
        {duty.owner?.name}
        <DutyState duty={duty} />
      </div>
      <div className={classes.text}>{dutyText(duty, locale)}</div>
      {duty.note !== null && <div className={classes.dim}>{duty.note}</div>}
      {(rights.take || offered.length > 0) && (
        <div className={classes.steps}>
          {rights.take && (
            <Button size="compact-sm" variant="default" loading={taking.busy} onClick={take}>
              {t('duty.take')}
            </Button>
          )}
          {offered.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(`duty.${step}`)}
            </Button>
          ))}
        </div>
      )}
      <ActionProblems action={taking} />
      {Form !== null && <Form key={open} duty={duty} onDone={close} onCancel={close} />}
    </li>
  );
}

function DutyState({ duty: { doneAt, doneBy, waivedAt, waivedBy, dueAt, deadline } }: { duty: DutyView }) {
  const t = useT();
  const locale = useLocale();
  if (doneAt === null && waivedAt === null && dueAt !== null) return <DueTime dueAt={dueAt} clock={deadline} />;
  const state = () => {
    if (doneAt !== null) return [doneBy?.name, t('complaint.duty.done', { at: shortDate(doneAt, locale) })];
    return waivedAt === null ? [t('complaint.duty.open')] : [waivedBy?.name, t('complaint.duty.waived')];
  };
  return <span className={classes.state}>{state().filter(Boolean).join(' ')}</span>;
}
