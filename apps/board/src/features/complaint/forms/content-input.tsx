import type { StageRequirement } from '@redress/domain/rules/stages';
import { addMessages } from '../../../i18n/catalogue.ts';
import { commitmentMessages } from '../../../i18n/messages/commitment.ts';
import { investigationMessages } from '../../../i18n/messages/investigation.ts';
import { resolutionMessages } from '../../../i18n/messages/resolution.ts';
import { specialMessages } from '../../../i18n/messages/special.ts';
import { surveyMessages } from '../../../i18n/messages/survey.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConsultationForm } from './consultation-form.tsx';
import { RegulatorOutcomeForm } from './regulator-outcome-form.tsx';
import { ReportForm } from './report-form.tsx';
import { ResolutionInput } from './resolution-input.tsx';
import { RootCauseForm } from './root-cause-form.tsx';
import { SummaryForm } from './summary-form.tsx';
import { SurveyInput } from './survey-input.tsx';
import { ValidityForm } from './validity-form.tsx';

addMessages(commitmentMessages);
addMessages(investigationMessages);
addMessages(resolutionMessages);
addMessages(specialMessages);
addMessages(surveyMessages);

/** What these inputs need of a complaint; a card of the board has it, and so has the drawer. */
export interface ContentComplaint {
  id: string;
  number: string;
  version: number;
  revision: number;
  openDuties: number;
  concernedMembers: readonly { id: string }[];
  viewerCan: { investigate: boolean; contact: boolean };
}

/** The inputs of an investigation, by what they satisfy. */
const FINDINGS = {
  REPORT: ReportForm,
  VALIDITY: ValidityForm,
  ROOT_CAUSE: RootCauseForm,
  CONSULTATION: ConsultationForm,
  CLOSING_SUMMARY: SummaryForm,
} as const;

/** What is met step by step: by a resolution that is proposed, approved, offered and carried out. */
const SETTLING: readonly StageRequirement[] = ['RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT'];

const isFinding = (requirement: StageRequirement): requirement is keyof typeof FINDINGS =>
  Object.hasOwn(FINDINGS, requirement);

/**
 * The input of the first thing that is missing of a case's content, or who has to do it; nothing when what is missing is
 * none of it.
 */
export function ContentInput({
  complaint,
  missing,
  onDone,
}: {
  complaint: ContentComplaint;
  missing: readonly StageRequirement[];
  onDone: () => void;
}) {
  const t = useT();
  const finding = missing.find(isFinding);
  if (finding !== undefined) {
    if (!complaint.viewerCan.investigate) return <div>{t('investigation.waiting')}</div>;
    const Form = FINDINGS[finding];
    return <Form key={finding} complaint={complaint} onDone={onDone} />;
  }
  if (missing.some((requirement) => SETTLING.includes(requirement))) {
    return <ResolutionInput number={complaint.number} onDone={onDone} />;
  }
  if (missing.includes('SURVEY')) return <SurveyInput complaint={complaint} onDone={onDone} />;
  if (missing.includes('REGULATOR_OUTCOME')) {
    if (!complaint.viewerCan.contact) return <div>{t('regulator.waiting')}</div>;
    return <RegulatorOutcomeForm complaint={complaint} onDone={onDone} />;
  }
  if (missing.includes('DUTIES_ENDED')) {
    return <div>{t('investigation.waitingForDuties', { count: complaint.openDuties })}</div>;
  }
  return null;
}
