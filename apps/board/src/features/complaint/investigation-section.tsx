import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { fullTime, shortDate } from '../../ui/time.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { AttachedFiles } from './files/attached-files.tsx';
import { ConcernForm } from './forms/concern-form.tsx';
import { ConsultationForm } from './forms/consultation-form.tsx';
import { ReportForm } from './forms/report-form.tsx';
import { ResponsibilityForm } from './forms/responsibility-form.tsx';
import { RootCauseForm } from './forms/root-cause-form.tsx';
import { SummaryForm } from './forms/summary-form.tsx';
import { ValidityForm } from './forms/validity-form.tsx';
import classes from './sections.module.css';
import { VisitList } from './visit-list.tsx';
import { useAskedAct } from './use-asked-act.ts';

const PARTS = ['validity', 'cause', 'report', 'responsibility', 'consultation', 'summary', 'concern'] as const;
type Part = (typeof PARTS)[number];

/** What was looked into and found, each part with the form that writes it. */
export function InvestigationSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState<Part | null>(null);
  const opened = useAskedAct<Part, HTMLDivElement>(PARTS, setOpen);
  const { investigation: found, viewerCan, concernedMembers } = complaint;
  const close = () => setOpen(null);
  const common = { complaint, onDone: close, onCancel: close };
  const cause = found?.rootCause ?? null;
  const part = { open, opened, onOpen: setOpen };
  return (
    <div className={classes.section}>
      {(concernedMembers.length > 0 || viewerCan.concern) && (
        <PartOf {...part} kind="concern" may={viewerCan.concern} form={<ConcernForm {...common} />}>
          {concernedMembers.length > 0 && (
            <p className={classes.text}>
              {t('investigation.concern.about', {
                names: concernedMembers.map(({ name }) => name).join(t('common.comma')),
              })}
            </p>
          )}
        </PartOf>
      )}
      <PartOf
        {...part}
        kind="report"
        may={viewerCan.investigate}
        form={<ReportForm {...common} known={found?.report ?? null} />}
      >
        {found?.report && (
          <>
            <dl className={classes.facts}>
              <dt>{t('investigation.report.course')}</dt>
              <dd className={classes.text}>{found.report.course}</dd>
              <dt>{t('investigation.report.findings')}</dt>
              <dd className={classes.text}>{found.report.findings}</dd>
              <dt>{t('investigation.report.conclusion')}</dt>
              <dd className={classes.text}>{found.report.conclusion}</dd>
            </dl>
            <By name={found.report.by?.name} at={found.report.at} />
          </>
        )}
      </PartOf>
      <PartOf {...part} kind="validity" may={viewerCan.investigate} form={<ValidityForm {...common} />}>
        {found !== null && found.validity !== 'UNDETERMINED' && (
          <>
            <p className={classes.text}>
              <strong>{t(`investigation.validity.${found.validity}`)}</strong> {found.validityReason}
            </p>
            <AttachedFiles complaint={complaint} files={found.evidence} label={t('file.evidence')} />
            <By name={found.decidedBy?.name} at={found.decidedAt} />
          </>
        )}
      </PartOf>
      <PartOf {...part} kind="cause" may={viewerCan.investigate} form={<RootCauseForm {...common} />}>
        {cause !== null && (
          <p className={classes.text}>
            {[cause.parent, cause]
              .filter((one) => one !== null)
              .map(({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh))
              .join(' › ')}
            {found?.rootCauseNote != null && <span className={classes.dim}> {found.rootCauseNote}</span>}
          </p>
        )}
      </PartOf>
      {(viewerCan.decideResponsibility || found?.responsibility != null) && (
        <PartOf
          {...part}
          kind="responsibility"
          may={viewerCan.decideResponsibility}
          form={<ResponsibilityForm {...common} />}
        >
          {found?.responsibility != null && (
            <p className={classes.text}>
              <DepartmentDot department={found.responsibility.department} />
              {found.responsibility.note !== null && <span className={classes.dim}> {found.responsibility.note}</span>}
            </p>
          )}
        </PartOf>
      )}
      <PartOf {...part} kind="consultation" may={viewerCan.investigate} form={<ConsultationForm {...common} />}>
        {complaint.consultations.nodes.length > 0 && (
          <ul className={classes.list}>
            {complaint.consultations.nodes.map((consultation) => (
              <li key={consultation.id} className={classes.item}>
                <div className={classes.line}>
                  {consultation.members.map(({ name }) => name).join(t('common.comma'))}
                  <time className={classes.state} title={fullTime(consultation.at, locale)}>
                    {shortDate(consultation.at, locale)}
                  </time>
                </div>
                <div className={classes.text}>{consultation.summary ?? t('timeline.erased')}</div>
                <div className={classes.text}>
                  <strong>{t('investigation.consultation.decision')}</strong> {consultation.decision}
                </div>
              </li>
            ))}
          </ul>
        )}
      </PartOf>
      <VisitList complaint={complaint} />
      <PartOf {...part} kind="summary" may={viewerCan.investigate} form={<SummaryForm {...common} />}>
        {found !== null && found.summarisedAt !== null && (
          <>
            <p className={classes.text}>{found.summary ?? t('timeline.erased')}</p>
            <By name={found.summarisedBy?.name} at={found.summarisedAt} />
          </>
        )}
      </PartOf>
    </div>
  );
}

/** One part of the findings: what it says, and behind a button the form that writes it. */
function PartOf({
  kind,
  may,
  form,
  open,
  opened,
  onOpen,
  children,
}: {
  kind: Part;
  may: boolean;
  form: ReactNode;
  open: Part | null;
  /** Where the form that is open stands. */
  opened: RefObject<HTMLDivElement | null>;
  onOpen: (part: Part | null) => void;
  children: ReactNode;
}) {
  const t = useT();
  const isThere = Boolean(children);
  return (
    <section>
      <h3 className={classes.heading}>{t(`investigation.part.${kind}`)}</h3>
      {isThere ? children : <p className={classes.empty}>{t('investigation.none')}</p>}
      {may && open !== kind && (
        <div className={classes.steps}>
          <Button size="compact-sm" variant="default" onClick={() => onOpen(kind)}>
            {t(`investigation.${isThere && kind !== 'consultation' ? 'change' : 'write'}.${kind}`)}
          </Button>
        </div>
      )}
      {open === kind && (
        <div ref={opened} className={classes.opened}>
          {form}
        </div>
      )}
    </section>
  );
}

function By({ name, at }: { name: string | undefined; at: string | null }) {
  const locale = useLocale();
  return (
    <div className={classes.dim}>
      {name} {at !== null && <time title={fullTime(at, locale)}>{shortDate(at, locale)}</time>}
    </div>
  );
}
