import { useT } from '../../../i18n/use-t.ts';
import type { ResolutionView } from '../complaint-documents.ts';
import {
  approvalDecideMutation,
  resolutionAnswerProposalMutation,
  resolutionWithdrawMutation,
} from '../resolution-mutations.ts';
import { stepToDecide } from '../resolution-steps.ts';
import type { ResolutionStep } from '../resolution-steps.ts';
import { NoteForm } from './note-form.tsx';

interface Props {
  resolution: ResolutionView;
  step: Exclude<ResolutionStep, 'accept' | 'refuse' | 'agree' | 'carryOut'>;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}

/** The steps that ask for nothing but words: a decision, a no to a proposal, a reason. */
export function ResolutionWordsForm({ resolution, step, ...ends }: Props) {
  const t = useT();
  const { id } = resolution;
  const common = {
    ...ends,
    title: t(`resolution.${step}.title`),
    submitLabel: t(`resolution.${step}.submit`),
    draftName: `${id}.${step}`,
  };
  switch (step) {
    case 'approve':
    case 'reject': {
      const approval = stepToDecide(resolution);
      if (approval === undefined) return null;
      return (
        <NoteForm
          {...common}
          document={approvalDecideMutation}
          resultOf={(data) => data.approvalDecide}
          field="reason"
          inputOf={(reason) => ({ id: approval.id, approve: step === 'approve', reason: reason || null })}
          label={t('resolution.decide.reason')}
          required={step === 'reject'}
        />
      );
    }
    case 'decline':
      return (
        <NoteForm
          {...common}
          document={resolutionAnswerProposalMutation}
          resultOf={(data) => data.resolutionAnswerProposal}
          field="note"
          inputOf={(note) => ({ id, accept: false, note: note || null })}
          label={t('resolution.note')}
          required
        />
      );
    case 'withdraw':
      return (
        <NoteForm
          {...common}
          document={resolutionWithdrawMutation}
          resultOf={(data) => data.resolutionWithdraw}
          field="reason"
          inputOf={(reason) => ({ id, reason })}
          label={t('complaint.reason')}
          hint={t('resolution.withdraw.reasonHint')}
          required
        />
      );
  }
}
