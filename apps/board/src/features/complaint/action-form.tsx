import { useState } from 'react';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { ActionKind } from './action-kinds.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { AnswerHandoff } from './forms/answer-handoff.tsx';
import { AppealForm } from './forms/appeal-form.tsx';
import { ApproveHoldForm } from './forms/approve-hold-form.tsx';
import { AssignForm } from './forms/assign-form.tsx';
import { ClaimForm } from './forms/claim-form.tsx';
import { CommentForm } from './forms/comment-form.tsx';
import { ContactForm } from './forms/contact-form.tsx';
import { DecideForm } from './forms/decide-form.tsx';
import { EscalateForm, SuperviseEndForm, SuperviseForm, TakeOnForm, UrgeForm } from './forms/escalation-forms.tsx';
import { RefuseHoldForm, ResumeForm } from './forms/end-hold-forms.tsx';
import { FactsForm } from './forms/facts-form.tsx';
import { HandoffForm } from './forms/handoff-form.tsx';
import { HoldForm } from './forms/hold-form.tsx';
import { MoveForm } from './forms/move-form.tsx';
import { MoveOn } from './forms/move-on.tsx';
import { ResolutionsToDecide } from './forms/resolution-input.tsx';
import { RouteForm } from './forms/route-form.tsx';
import { RuleForm } from './forms/rule-form.tsx';
import { SurveyInput } from './forms/survey-input.tsx';
import { WithdrawForm } from './forms/withdraw-form.tsx';
import { forwardOption } from './next-action.ts';

/** The form of one action. A move that is the next step needs one press; any other asks where to. */
export function ActionForm({
  complaint,
  action,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  action: { kind: ActionKind; toStage?: Stage };
  onDone: () => void;
  onCancel?: () => void;
}) {
  const cancel = onCancel === undefined ? {} : { onCancel };
  const common = { complaint, onDone, ...cancel };
  // Somebody may answer it while this form is open: then the server says so, and what was typed stays.
  const [handoff] = useState(complaint.pendingHandoff);
  const [ruling] = useState(complaint.ruling);
  const [hold] = useState(complaint.hold);
  switch (action.kind) {
    case 'answer-handoff':
      return handoff && <AnswerHandoff {...common} handoff={handoff} />;
    case 'rule':
      return <RuleForm {...common} />;
    case 'approve-hold':
      return hold && <ApproveHoldForm hold={hold} onDone={onDone} {...cancel} />;
    case 'refuse-hold':
    case 'withdraw-hold':
      return hold && <RefuseHoldForm hold={hold} own={action.kind === 'withdraw-hold'} onDone={onDone} {...cancel} />;
    case 'decide-approval':
      return <ResolutionsToDecide complaint={complaint} onDone={onDone} />;
    case 'survey':
      return <SurveyInput complaint={complaint} onDone={onDone} />;
    case 'hold':
      return <HoldForm {...common} />;
    case 'resume':
      return <ResumeForm {...common} />;
    case 'appeal':
      return ruling && <AppealForm ruling={ruling} onDone={onDone} {...cancel} />;
    case 'decide-appeal':
      return ruling && <DecideForm ruling={ruling} onDone={onDone} {...cancel} />;
    case 'withdraw':
      return handoff && <WithdrawForm {...common} handoff={handoff} />;
    case 'claim':
      return <ClaimForm complaint={complaint} onBehalf={complaint.viewerCan.override} onDone={onDone} />;
    case 'assign':
      return <AssignForm {...common} />;
    case 'contact': {
      const missing = forwardOption(complaint)?.missing ?? [];
      return <ContactForm {...common} letter={complaint} suggestConfirm={missing.includes('FACTS_CONFIRMED')} />;
    }
    case 'set-facts':
      return <FactsForm {...common} />;
    case 'comment':
      return <CommentForm {...common} />;
    case 'hand-off':
      return <HandoffForm {...common} />;
    case 'take-on':
      return <TakeOnForm {...common} />;
    case 'urge':
      return <UrgeForm {...common} />;
    case 'escalate':
      return <EscalateForm {...common} />;
    case 'supervise':
      return <SuperviseForm {...common} />;
    case 'supervise-end':
      return <SuperviseEndForm {...common} />;
    case 'route':
      return <RouteForm {...common} />;
    case 'move':
      return action.toStage === undefined ? (
        <MoveForm {...common} />
      ) : (
        <MoveOn complaint={complaint} toStage={action.toStage} onDone={onDone} />
      );
  }
}
