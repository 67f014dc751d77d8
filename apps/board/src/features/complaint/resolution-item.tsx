import { Button } from '@mantine/core';
import { moneyText } from '@redress/domain/rules/money';
import { useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { shortDate } from '../../ui/time.ts';
import type { ComplaintView, ResolutionView } from './complaint-documents.ts';
import { AttachedFiles } from './files/attached-files.tsx';
import { CarryOutForm } from './forms/carry-out-form.tsx';
import { ResolutionAgreeForm } from './forms/resolution-agree-form.tsx';
import { ResolutionAnswerForm } from './forms/resolution-answer-form.tsx';
import { ResolutionWordsForm } from './forms/resolution-words-form.tsx';
import { stepsOf } from './resolution-steps.ts';
import type { ResolutionStep } from './resolution-steps.ts';
import { approverName, resolutionName } from './resolution-words.ts';
import classes from './sections.module.css';
import { useStepCommands } from './use-step-commands.ts';

/** One way of settling it: what, how it stands, who approved it, and what may be done about it now. */
export function ResolutionItem({
  complaint,
  resolution,
  onDone,
}: {
  complaint: ComplaintView;
  resolution: ResolutionView;
  /** A step was taken. */
  onDone?: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState<ResolutionStep | null>(null);
  const steps = stepsOf(resolution, complaint.viewerCan);
  const close = () => setOpen(null);
  const { what, state, isAnswerable, answerNote, proofNote, proofs } = resolution;
  const place = useStepCommands<HTMLLIElement>(
    'resolution.title',
    steps.map((step) => ({ words: `resolution.${step}`, run: () => setOpen(step) })),
    { id: resolution.id, what: resolutionName(resolution, t, locale) },
  );
  return (
    <li ref={place} className={classes.item}>
      <div className={classes.line}>
        <strong>{resolutionName(resolution, t, locale)}</strong>
        <span className={classes.state}>
          {state === 'OFFERED' && !isAnswerable ? t('resolution.expired') : t(`resolution.state.${state}`)}
        </span>
      </div>
      <div className={classes.text}>{what ?? t('timeline.erased')}</div>
      <Facts resolution={resolution} />
      <Approvals resolution={resolution} />
      {answerNote !== null && <div className={classes.text}>{answerNote}</div>}
      {proofNote !== null && <div className={classes.text}>{t('resolution.proof', { note: proofNote })}</div>}
      <AttachedFiles complaint={complaint} files={proofs} label={t('file.proofs')} />
      {steps.length > 0 && (
        <div className={classes.steps}>
          {steps.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(`resolution.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {open !== null && (
        <StepForm
          key={open}
          complaint={complaint}
          resolution={resolution}
          step={open}
          onDone={() => {
            close();
            onDone?.();
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}

/** The form of one step. */
function StepForm({
  complaint,
  resolution,
  step,
  ...ends
}: {
  complaint: ComplaintView;
  resolution: ResolutionView;
  step: ResolutionStep;
  onDone: () => void;
  onCancel: () => void;
}) {
  switch (step) {
    case 'accept':
    case 'refuse':
      return <ResolutionAnswerForm resolution={resolution} accepts={step === 'accept'} {...ends} />;
    case 'agree':
      return <ResolutionAgreeForm complaint={complaint} resolution={resolution} {...ends} />;
    case 'carryOut':
      return <CarryOutForm complaint={complaint} resolution={resolution} {...ends} />;
    default:
      return <ResolutionWordsForm resolution={resolution} step={step} {...ends} />;
  }
}

/** Who and when, and what an approver must know: the standard, and payments of before. */
function Facts({ resolution }: { resolution: ResolutionView }) {
  const t = useT();
  const locale = useLocale();
  const { byCustomer, proposedBy, proposedAt, state, answerUntil, carryOutBy, carriedOutAt, carriedOutBy } = resolution;
  const { standard, deviates, repeatCount } = resolution;
  const at = shortDate(proposedAt, locale);
  const name = proposedBy?.name ?? t('unit.system');
  const amount = standard === null ? '' : moneyText(standard.minor, standard.currency, locale);
  const told = [
    byCustomer ? t('resolution.byCustomer', { at }) : t('resolution.proposed', { name, at }),
    state === 'OFFERED' && answerUntil !== null && t('resolution.answerBy', { at: shortDate(answerUntil, locale) }),
    (state === 'OFFERED' || state === 'ACCEPTED') &&
      carryOutBy !== null &&
      t('resolution.carryOutBy', { at: shortDate(carryOutBy, locale) }),
    carriedOutAt !== null &&
      t('resolution.carriedOut', {
        name: carriedOutBy?.name ?? t('unit.system'),
        at: shortDate(carriedOutAt, locale),
      }),
    standard !== null && !deviates && t('resolution.standard', { amount }),
  ].filter((part) => part !== false);
  const flags = [
    deviates && t('resolution.deviates', { amount }),
    repeatCount > 0 && t('resolution.repeat', { count: repeatCount + 1 }),
  ].filter((part) => part !== false);
  return (
    <>
      <div className={classes.dim}>{told.join(' · ')}</div>
      {flags.length > 0 && (
        <div className={classes.state} data-tone="soon">
          {flags.join(' · ')}
        </div>
      )}
    </>
  );
}

/** The ladder of approvals: what was decided and why, whose turn it is, and who comes after. */
function Approvals({ resolution }: { resolution: ResolutionView }) {
  const t = useT();
  const locale = useLocale();
  const { approvals, approvalRoles, approval } = resolution;
  if (approvals.length === 0) return null;
  const later = approval === 'PENDING' ? approvalRoles.slice(approvals.length) : [];
  const roles = later.map((role) => approverName(role, t)).join(t('common.comma'));
  return (
    <ul className={classes.list}>
      {approvals.map((step) => {
        const role = approverName(step.role, t);
        const name = step.decidedBy?.name ?? t('unit.system');
        const at = step.decidedAt === null ? '' : shortDate(step.decidedAt, locale);
        const line =
          step.state === 'PENDING'
            ? t('resolution.approval.waits', { role })
            : t(`resolution.approval.${step.state}`, { role, name, at });
        return (
          <li key={step.id} className={classes.dim}>
            {step.reason === null ? line : [line, step.reason].join(' · ')}
          </li>
        );
      })}
      {roles !== '' && <li className={classes.dim}>{t('resolution.approval.later', { roles })}</li>}
    </ul>
  );
}
