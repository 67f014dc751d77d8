import type { StageRequirement } from '@redress/domain/rules/stages';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import type { ComplaintView } from '../complaint-documents.ts';
import classes from '../form-shell.module.css';
import { ClaimForm } from './claim-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContentInput } from './content-input.tsx';
import { RouteForm } from './route-form.tsx';

const ROUTING: readonly StageRequirement[] = ['CATEGORY', 'SEVERITY', 'DEPARTMENT'];
const CONTACT: readonly StageRequirement[] = ['FACTS_CONFIRMED', 'FIRST_RESPONSE'];

/**
 * What a stage still needs, with the very inputs in place: one at a time, in the order in which the process asks for
 * them. What this viewer may not fill in is said with who can.
 */
export function MissingInputs({
  complaint,
  missing,
  onFilled,
}: {
  complaint: ComplaintView;
  missing: readonly StageRequirement[];
  onFilled: () => void;
}) {
  const t = useT();
  return (
    <div className={classes.missing}>
      <div>{t('complaint.move.missing')}</div>
      <ul className={classes.missingList}>
        {missing.map((requirement) => (
          <li key={requirement}>{t(`requirement.${requirement}`)}</li>
        ))}
      </ul>
      <FirstInput complaint={complaint} missing={missing} onFilled={onFilled} />
    </div>
  );
}

function FirstInput({
  complaint,
  missing,
  onFilled,
}: {
  complaint: ComplaintView;
  missing: readonly StageRequirement[];
  onFilled: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const { viewerCan, department } = complaint;
  if (missing.some((requirement) => ROUTING.includes(requirement))) {
    if (!viewerCan.route) return <div className={classes.hint}>{t('complaint.waiting.ROUTING')}</div>;
    return <RouteForm complaint={complaint} onDone={onFilled} />;
  }
  if (missing.includes('CLAIM')) {
    if (viewerCan.claim) return <ClaimForm complaint={complaint} onBehalf={viewerCan.override} onDone={onFilled} />;
    const name = department === null ? '' : departmentName(department, locale);
    return <div className={classes.hint}>{t('complaint.waiting.CLAIM', { department: name })}</div>;
  }
  if (missing.some((requirement) => CONTACT.includes(requirement))) {
    if (!viewerCan.contact) return <div className={classes.hint}>{t('complaint.waiting.CONTACT')}</div>;
    return (
      <ContactForm
        complaint={complaint}
        letter={complaint}
        suggestConfirm={missing.includes('FACTS_CONFIRMED')}
        onDone={onFilled}
      />
    );
  }
  return <ContentInput complaint={complaint} missing={missing} onDone={onFilled} />;
}
