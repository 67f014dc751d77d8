import { Button } from '@mantine/core';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { shortDate } from '../../ui/time.ts';
import type { Action } from './use-action.ts';

/**
 * Why an action was not carried out, beside its button. Issues of fields stand at the fields; those of fields that the
 * form doesn't show (`shownFields`) are said here.
 */
export function ActionProblems({
  action,
  shownFields = [],
  onLoadLatest,
}: {
  action: Pick<Action<never>, 'failure' | 'refusal'>;
  shownFields?: readonly string[];
  /** Goes on with the complaint as it is now, keeping what was typed. */
  onLoadLatest?: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const { failure, refusal } = action;
  if (refusal === null) return <SubmitFailure failure={failure} />;

  switch (refusal.code) {
    case 'STALE_VERSION':
      return (
        <Notice
          kind="problem"
          action={
            onLoadLatest && (
              <Button size="xs" variant="default" onClick={onLoadLatest}>
                {t('complaint.loadLatest')}
              </Button>
            )
          }
        >
          {refusal.message}
        </Notice>
      );
    case 'ALREADY_CLAIMED':
      return (
        <Notice kind="problem">
          {refusal.message}
          {refusal.claimedAt !== null && <> {t('complaint.claimedAt', { at: shortDate(refusal.claimedAt, locale) })}</>}
        </Notice>
      );
    case 'STAGE_REQUIREMENTS':
      return (
        <Notice kind="problem">
          {refusal.message}
          <ul>
            {refusal.refusal !== null && <li>{t(`refusal.${refusal.refusal}`)}</li>}
            {refusal.missing.map((requirement) => (
              <li key={requirement}>{t(`requirement.${requirement}`)}</li>
            ))}
          </ul>
        </Notice>
      );
    case 'INVALID_INPUT': {
      const elsewhere = Object.entries(refusal.fields).filter(([field]) => !shownFields.includes(field));
      if (elsewhere.length === 0 && Object.keys(refusal.fields).length > 0) return null;
      return (
        <Notice kind="problem">
          {elsewhere.length === 0 ? refusal.message : elsewhere.map(([, message]) => message).join(' ')}
        </Notice>
      );
    }
    default:
      return <Notice kind="problem">{refusal.message}</Notice>;
  }
}

/** The same for a form that decided on a version of the complaint: it goes on with the latest, keeping what was typed. */
export function VersionedProblems({
  action,
  base,
  shownFields,
}: {
  action: Pick<Action<never>, 'failure' | 'refusal' | 'clear'>;
  base: { takeLatest: () => void };
  shownFields: readonly string[];
}) {
  const loadLatest = () => {
    base.takeLatest();
    action.clear();
  };
  return <ActionProblems action={action} shownFields={shownFields} onLoadLatest={loadLatest} />;
}
