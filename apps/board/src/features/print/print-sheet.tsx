import type { ReactNode } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { fullTime } from '../../ui/time.ts';
import type { Printed } from './print-document.ts';
import classes from './print.module.css';

/** So many times the watermark stands on a page. */
const MARKS = Array.from({ length: 24 }, (_, n) => n);

/** What goes on paper, under who printed it and when. */
export function PrintSheet({ printed: { complaint, printedAt }, by }: { printed: Printed; by: string }) {
  const t = useT();
  const locale = useLocale();
  const when = (at: string | null) => (at === null ? null : fullTime(at, locale));
  const mark = `${by} · ${fullTime(printedAt, locale)} · ${complaint.number}`;
  const { customer, category, department, investigation } = complaint;
  return (
    <article className={classes.sheet} aria-label={complaint.number}>
      <div className={classes.marks} aria-hidden>
        {MARKS.map((n) => (
          <span key={n} data-mark={mark} />
        ))}
      </div>
      <header className={classes.head}>
        <h1>{complaint.number}</h1>
        <p>{t('print.by', { name: by, at: fullTime(printedAt, locale) })}</p>
      </header>
      {complaint.subject !== '' && <h2>{complaint.subject}</h2>}
      <dl className={classes.facts}>
        <Fact name={t('print.severity')}>{t(`severity.${complaint.severity}`)}</Fact>
        <Fact name={t('print.stage')}>{t(`stage.${complaint.stage}`)}</Fact>
        <Fact name={t('print.channel')}>{t(`channel.${complaint.channel}`)}</Fact>
        <Fact name={t('print.category')}>{category && (locale === 'en' ? category.nameEn : category.nameZh)}</Fact>
        <Fact name={t('print.department')}>{department && departmentName(department, locale)}</Fact>
        <Fact name={t('print.assignee')}>{complaint.assignee?.name}</Fact>
        <Fact name={t('print.customer')}>
          {[customer?.name, customer?.phone, customer?.email, customer?.region].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name={t('print.received')}>{when(complaint.receivedAt)}</Fact>
        <Fact name={t('print.occurred')}>{when(complaint.occurredAt)}</Fact>
        <Fact name={t('print.closed')}>{when(complaint.closedAt)}</Fact>
        <Fact name={t('print.place')}>{complaint.place}</Fact>
        <Fact name={t('print.about')}>{complaint.about}</Fact>
        <Fact name={t('print.demand')}>{complaint.demand}</Fact>
        <Fact name={t('print.description')}>{complaint.description}</Fact>
      </dl>
      <List title={t('print.contacts')}>
        {complaint.contacts.nodes.map(({ id, at, channel, by: member, summary }) => (
          <Line key={id} head={[when(at), t(`channel.${channel}`), member?.name]} text={summary} />
        ))}
      </List>
      <List title={t('print.duties')}>
        {complaint.duties.nodes.map(({ id, department: whose, doneAt, what, note }) => (
          <Line
            key={id}
            head={[departmentName(whose, locale), doneAt === null ? t('print.open') : when(doneAt)]}
            text={[what, note].filter(Boolean).join('\n')}
          />
        ))}
      </List>
      {investigation !== null && (
        <List title={t('print.investigation')}>
          <Line head={[t(`validity.${investigation.validity}`)]} text={investigation.validityReason} />
          {investigation.report !== null && (
            <Line
              head={[]}
              text={[investigation.report.course, investigation.report.findings, investigation.report.conclusion].join(
                '\n',
              )}
            />
          )}
          {investigation.summary !== null && <Line head={[t('print.summary')]} text={investigation.summary} />}
        </List>
      )}
      <List title={t('print.meetings')}>
        {complaint.consultations.nodes.map(({ id, at, summary, decision }) => (
          <Line key={id} head={[when(at)]} text={[summary, decision].filter(Boolean).join('\n')} />
        ))}
        {complaint.visits.nodes.map(({ id, at, place, record }) => (
          <Line key={id} head={[when(at), place]} text={record} />
        ))}
      </List>
      <List title={t('print.resolutions')}>
        {complaint.resolutions.nodes.map(({ id, kind, state, what, proofNote }) => (
          <Line
            key={id}
            head={[t(`resolution.kind.${kind}`), t(`resolution.state.${state}`)]}
            text={[what, proofNote].filter(Boolean).join('\n')}
          />
        ))}
      </List>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Nothing without entries. */
function List({ title, children }: { title: string; children: ReactNode }) {
  const entries = [children].flat(2).filter(Boolean);
  if (entries.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {entries}
    </section>
  );
}

function Line({ head, text }: { head: readonly (string | null | undefined)[]; text: string | null | undefined }) {
  return (
    <div className={classes.line}>
      <p className={classes.lineHead}>{head.filter(Boolean).join(' · ')}</p>
      {text && <p className={classes.text}>{text}</p>}
    </div>
  );
}
