import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { ComplaintView, VisitView } from './complaint-documents.ts';
import { AttachedFiles } from './files/attached-files.tsx';
import { VisitCancelForm, VisitDoneForm, VisitNoShowForm } from './forms/end-visit-forms.tsx';
import { VisitPlanForm } from './forms/visit-plan-form.tsx';
import classes from './sections.module.css';
import { useAskedAct } from './use-asked-act.ts';
import { useStepCommands } from './use-step-commands.ts';

const ACTS = ['visit'] as const;
const FORMS = { done: VisitDoneForm, 'no-show': VisitNoShowForm, cancel: VisitCancelForm };
/** What is said of an appointment before its time, and after it. */
const AHEAD = ['cancel'] as const;
const PAST = ['done', 'no-show', 'cancel'] as const;

/** The home visits: appointments, and what became of them. */
export function VisitList({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const [planning, setPlanning] = useState(false);
  const form = useAskedAct<'visit', HTMLDivElement>(ACTS, () => setPlanning(true));
  const close = () => setPlanning(false);
  return (
    <section>
      <h3 className={classes.heading}>{t('visit.title')}</h3>
      {complaint.visits.nodes.length === 0 && <p className={classes.empty}>{t('investigation.none')}</p>}
      <ul className={classes.list}>
        {complaint.visits.nodes.map((visit) => (
          <VisitItem key={visit.id} complaint={complaint} visit={visit} />
        ))}
      </ul>
      {complaint.viewerCan.investigate && !planning && (
        <div className={classes.steps}>
          <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
            {t('visit.plan')}
          </Button>
        </div>
      )}
      {planning && (
        <div ref={form} className={classes.opened}>
          <VisitPlanForm complaint={complaint} onDone={close} onCancel={close} />
        </div>
      )}
    </section>
  );
}

function VisitItem({ complaint, visit }: { complaint: ComplaintView; visit: VisitView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const [open, setOpen] = useState<keyof typeof FORMS | null>(null);
  const Form = open === null ? null : FORMS[open];
  const close = () => setOpen(null);
  const offered =
    visit.state !== 'PLANNED' || !complaint.viewerCan.investigate ? [] : Date.parse(visit.at) > now ? AHEAD : PAST;
  const place = useStepCommands<HTMLLIElement>(
    'visit.title',
    offered.map((step) => ({ words: `visit.${step}`, run: () => setOpen(step) })),
    { id: visit.id, what: shortDate(visit.at, locale) },
  );
  return (
    <li ref={place} className={classes.item}>
      <div className={classes.line}>
        <time dateTime={visit.at} title={fullTime(visit.at, locale)}>
          {shortDate(visit.at, locale)}
        </time>
        {visit.visitors.map(({ name }) => name).join(t('common.comma'))}
        <span className={classes.state}>{t(`visit.state.${visit.state}`)}</span>
      </div>
      <div className={classes.dim}>{visit.place}</div>
      {visit.record !== null && <div className={classes.text}>{visit.record}</div>}
      <AttachedFiles
        complaint={complaint}
        files={visit.recordFile === null ? [] : [visit.recordFile]}
        label={t('file.record')}
      />
      {offered.length > 0 && (
        <div className={classes.steps}>
          {offered.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(`visit.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {Form !== null && <Form key={open} complaint={complaint} visit={visit} onDone={close} onCancel={close} />}
    </li>
  );
}
