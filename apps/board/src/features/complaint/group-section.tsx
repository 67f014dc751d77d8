import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { shortDate } from '../../ui/time.ts';
import { GroupContactForm } from './forms/group-contact-form.tsx';
import { GroupLineForm } from './forms/group-line-form.tsx';
import { GroupMembersForm } from './forms/group-members-form.tsx';
import { GroupOpenForm } from './forms/group-open-form.tsx';
import { amountText } from './group-amount.ts';
import { groupQuery } from './group-documents.ts';
import type { GroupView, Grouped } from './group-documents.ts';
import classes from './other-cases.module.css';
import sections from './sections.module.css';
import { useStepCommands } from './use-step-commands.ts';

const STEPS = ['line', 'contact', 'add', 'remove'] as const;
type Step = (typeof STEPS)[number];

/** The group case that the complaint leads or belongs to; who may, opens one from here. */
export function GroupSection({ complaintId }: { complaintId: string }) {
  const t = useT();
  const [{ data }, again] = useQuery({
    query: groupQuery,
    variables: { id: complaintId },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<Step | 'open' | null>(null);
  const complaint = data?.complaint ?? null;
  const offered = complaint?.viewerCan.group === true ? stepsOf(complaint) : [];
  const opened = useStepCommands(
    'group.title',
    offered.map((step) => ({ words: `group.step.${step}`, run: () => setOpen(step) })),
  );
  if (complaint === null || (complaint.group === null && !complaint.viewerCan.group)) return null;
  const { group, isGroup } = complaint;
  const close = () => setOpen(null);
  const done = () => {
    close();
    // A group that was opened from here is told by its parent, not by this complaint.
    again({ requestPolicy: 'network-only' });
  };
  return (
    <section className={classes.root} aria-label={t('group.title')}>
      <h3 className={sections.heading}>{t('group.title')}</h3>
      {group !== null && <Agreed group={group} isGroup={isGroup} />}
      {group !== null && isGroup && <Members group={group} />}
      {offered.length > 0 && (
        <div className={sections.steps}>
          {offered.map((step) => (
            <Button
              key={step}
              size="xs"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(`group.step.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {open !== null && (
        <div ref={opened} className={sections.opened}>
          <StepForm key={open} step={open} complaint={complaint} onDone={done} onCancel={close} />
        </div>
      )}
    </section>
  );
}

function stepsOf({ group, isGroup }: Grouped): readonly (Step | 'open')[] {
  if (group === null) return ['open'];
  return isGroup ? STEPS : [];
}

function StepForm({
  step,
  complaint,
  ...ends
}: {
  step: Step | 'open';
  complaint: Grouped;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { group } = complaint;
  if (step === 'open') return <GroupOpenForm complaint={complaint} {...ends} />;
  if (group === null) return null;
  switch (step) {
    case 'line':
      return <GroupLineForm complaint={complaint} group={group} {...ends} />;
    case 'contact':
      return <GroupContactForm complaint={complaint} {...ends} />;
    case 'add':
    case 'remove':
      return <GroupMembersForm complaint={complaint} step={step} {...ends} />;
  }
}

/** What was agreed for all of them; from one of them, also the way to the parent. */
function Agreed({ group, isGroup }: { group: GroupView; isGroup: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { parent, line, standardMinor, currency, setBy, setAt } = group;
  return (
    <div className={classes.case}>
      {!isGroup && parent !== null && (
        <Link
          className={classes.number}
          to="/complaints/$number"
          params={{ number: parent.number }}
          search={(search) => search}
        >
          {parent.number}
        </Link>
      )}
      {!isGroup && parent !== null && <span>{parent.subject}</span>}
      <span className={classes.subject}>{line ?? t('group.noLine')}</span>
      <span>
        {standardMinor === null
          ? t('group.noStandard')
          : t('group.standard', { amount: amountText(standardMinor, currency, locale) })}
      </span>
      {setAt !== null && <span>{t('group.setBy', { name: setBy?.name ?? '', at: shortDate(setAt, locale) })}</span>}
    </div>
  );
}

/** How far they are, and each of them. */
function Members({ group }: { group: GroupView }) {
  const t = useT();
  const locale = useLocale();
  const { total, stages, paid, paidMinor, satisfied, currency, complaints } = group;
  const byStage = stages.map(({ stage, count }) => `${t(`stage.${stage}`)} ${count}`).join(t('common.comma'));
  return (
    <>
      <p className={sections.dim}>
        {t('group.figures', { n: total, stages: byStage })}{' '}
        {t('group.paid', { n: paid, amount: amountText(paidMinor, currency, locale) })}{' '}
        {t('group.satisfied', { n: satisfied })}
      </p>
      <ul className={classes.cases} aria-label={t('group.members')}>
        {complaints.map(({ id, number, subject, stage }) => (
          <li key={id} className={classes.case}>
            <Link className={classes.number} to="/complaints/$number" params={{ number }} search={(search) => search}>
              {number}
            </Link>
            <span>{t(`stage.${stage}`)}</span>
            <span className={classes.subject}>{subject}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
