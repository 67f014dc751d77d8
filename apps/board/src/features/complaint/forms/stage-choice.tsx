import { Radio } from '@mantine/core';
import { stageIndex } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import type { StageOptionView } from '../complaint-documents.ts';
import classes from '../form-shell.module.css';

/** The other stages, each with what it would take to go there. */
export function StageChoice({
  options,
  mayOverride,
  value,
  onChange,
}: {
  options: readonly StageOptionView[];
  /** A coordinator may choose what is no step, too. */
  mayOverride: boolean;
  value: Stage | null;
  onChange: (stage: Stage) => void;
}) {
  const t = useT();
  const locale = useLocale();
  const exceedsWords = ({ limit, count, department }: NonNullable<StageOptionView['exceeds']>) =>
    department === null
      ? t('complaint.move.exceeds', { count, limit })
      : t('complaint.move.exceedsOf', { count, limit, department: departmentName(department, locale) });
  const hint = (option: StageOptionView) => {
    const { refusal, missing, exceeds, needsReason } = option;
    const words = [
      ...(refusal !== null ? [t(`refusal.${refusal}`)] : []),
      ...(exceeds === null ? [] : [exceedsWords(exceeds)]),
      ...(refusal === null && missing.length > 0 ? [t('complaint.move.missingCount', { n: missing.length })] : []),
      ...(refusal === null && missing.length === 0 && needsReason ? [t('complaint.move.needsReason')] : []),
    ];
    return words.join(' · ');
  };
  return (
    <Radio.Group
      label={t('complaint.move.to')}
      value={value ?? ''}
      onChange={(stage) => onChange(stage as Stage)}
      className={classes.stages}
    >
      {options
        .toSorted((a, b) => stageIndex(a.stage) - stageIndex(b.stage))
        .map((option) => (
          <Radio
            key={option.stage}
            value={option.stage}
            disabled={option.refusal !== null && !(mayOverride && option.overridable)}
            label={
              <>
                {t(`stage.${option.stage}`)} <span className={classes.hint}>{hint(option)}</span>
              </>
            }
          />
        ))}
    </Radio.Group>
  );
}
