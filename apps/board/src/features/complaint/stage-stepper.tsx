import { stageIndex } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, span } from '../../ui/time.ts';
import { useNow } from '../../ui/now.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { forwardOption } from './next-action.ts';
import classes from './stage-stepper.module.css';

/** Where the complaint stands in the process, since when, and what the way on still needs. */
export function StageStepper({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const here = stageIndex(complaint.stage);
  const forward = forwardOption(complaint);
  const missing = forward?.missing ?? [];
  return (
    <div>
      <ol className={classes.steps}>
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            className={classes.step}
            data-state={index < here ? 'past' : index === here ? 'here' : 'ahead'}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className={classes.name}>{t(`stage.${stage}`)}</span>
          </li>
        ))}
      </ol>
      <p className={classes.note}>
        <time title={fullTime(complaint.stageSince, locale)}>
          {t('complaint.inStage', {
            stage: t(`stage.${complaint.stage}`),
            span: span(now - Date.parse(complaint.stageSince), t),
          })}
        </time>
        {forward !== null && missing.length > 0 && (
          <>
            {' · '}
            {t('complaint.needs', {
              stage: t(`stage.${forward.stage}`),
              missing: missing.map((requirement) => t(`requirement.${requirement}`)).join(t('common.comma')),
            })}
          </>
        )}
      </p>
    </div>
  );
}
