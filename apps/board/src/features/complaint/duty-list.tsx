import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ActionProblems } from './action-problems.tsx';
import type { ComplaintView } from './complaint-documents.ts';
import { DutyItem } from './duty-item.tsx';
import { dutiesFromTemplateMutation } from './duty-mutations.ts';
import { DutyGiveForm } from './forms/duty-give-form.tsx';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';
import { useAskedAct } from './use-asked-act.ts';

const ACTS = ['duty', 'template'] as const;

/** The collaboration list (协办事项): how far it is, its duties, and a way to add to it. */
export function DutyList({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const template = useAction(dutiesFromTemplateMutation, (data) => data.dutiesFromTemplate);
  const fill = () => void template.run({ input: { complaintId: complaint.id } });
  const form = useAskedAct(ACTS, (act) => {
    if (act === 'duty') setAdding(true);
    else fill();
  });
  const { givenDuties: total, openDuties } = complaint;
  const duties = complaint.duties.nodes;
  return (
    <div>
      <h3 className={classes.heading}>
        {t('complaint.duties')}
        {total > 0 && ` · ${t('duty.progress', { n: total - openDuties, total })}`}
      </h3>
      {duties.length === 0 && <p className={classes.empty}>{t('complaint.noDuties')}</p>}
      <ul className={classes.list}>
        {duties.map((duty) => (
          <DutyItem key={duty.id} complaint={complaint} duty={duty} />
        ))}
      </ul>
      {complaint.viewerCan.giveDuty && !adding && (
        <div className={classes.steps}>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('duty.add')}
          </Button>
          <Button size="xs" variant="default" loading={template.busy} onClick={fill}>
            {t('duty.fromTemplate')}
          </Button>
        </div>
      )}
      <ActionProblems action={template} />
      {adding && (
        <section ref={form} className={classes.opened}>
          <DutyGiveForm complaint={complaint} onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
        </section>
      )}
    </div>
  );
}
