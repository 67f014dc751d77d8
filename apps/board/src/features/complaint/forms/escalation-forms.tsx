/** What presses a case on, each with a few words: escalating, taking on, urging, supervising. */
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import type { ComplaintView } from '../complaint-documents.ts';
import {
  escalateMutation,
  superviseEndMutation,
  superviseMutation,
  takeOnMutation,
  urgeMutation,
} from '../escalation-mutations.ts';
import { useAction } from '../use-action.ts';
import { WordsForm } from './words-form.tsx';

interface FormProps {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}

/** Escalates by hand: the next level of the ladder is named. */
export function EscalateForm({ complaint: { id, number }, ...ends }: FormProps) {
  const t = useT();
  const action = useAction(escalateMutation, (data) => data.complaintEscalate, { adds: true });
  return (
    <WordsForm
      draft={`${number}.escalate`}
      field="reason"
      title={t('escalation.escalate.title')}
      label={t('complaint.reason')}
      hint={t('escalation.escalate.hint')}
      required
      submitLabel={t('complaint.action.escalate')}
      action={action}
      send={(reason) => action.run({ input: { id, reason } })}
      {...ends}
    />
  );
}

/** Takes the escalated complaint on, so that no further level is named. */
export function TakeOnForm({ complaint, ...ends }: FormProps) {
  const t = useT();
  const action = useAction(takeOnMutation, (data) => data.escalationTakeOn);
  // Somebody may take it on while this form is open: then the server says so, and what was typed stays.
  const [escalation] = useState(complaint.escalation);
  if (escalation === null) return null;
  return (
    <WordsForm
      draft={`${complaint.number}.take-on`}
      field="note"
      title={t('escalation.takeOn.title')}
      label={t('escalation.note')}
      hint={t('escalation.takeOn.hint')}
      submitLabel={t('complaint.action.take-on')}
      action={action}
      send={(note) => action.run({ input: { id: escalation.id, note: note || null } })}
      {...ends}
    />
  );
}

/** Urges whoever has the complaint to go on with it. */
export function UrgeForm({ complaint: { id, number }, ...ends }: FormProps) {
  const t = useT();
  const action = useAction(urgeMutation, (data) => data.complaintUrge, { adds: true });
  return (
    <WordsForm
      draft={`${number}.urge`}
      field="message"
      title={t('escalation.urge.title')}
      label={t('escalation.urge.message')}
      hint={t('escalation.urge.hint')}
      required
      submitLabel={t('complaint.action.urge')}
      action={action}
      send={(message) => action.run({ input: { id, message } })}
      {...ends}
    />
  );
}

/** Holds the case until it moves, also when another coordinator did before. */
export function SuperviseForm({ complaint: { id, number }, ...ends }: FormProps) {
  const t = useT();
  const action = useAction(superviseMutation, (data) => data.complaintSupervise);
  return (
    <WordsForm
      draft={`${number}.supervise`}
      field="reason"
      title={t('escalation.supervise.title')}
      label={t('complaint.reason')}
      hint={t('escalation.supervise.hint')}
      required
      submitLabel={t('complaint.action.supervise')}
      action={action}
      send={(reason) => action.run({ input: { id, reason } })}
      {...ends}
    />
  );
}

/** Lets a supervised case go before it moved. */
export function SuperviseEndForm({ complaint: { id, number }, ...ends }: FormProps) {
  const t = useT();
  const action = useAction(superviseEndMutation, (data) => data.complaintSuperviseEnd);
  return (
    <WordsForm
      draft={`${number}.supervise-end`}
      field="note"
      title={t('complaint.action.supervise-end')}
      label={t('escalation.note')}
      hint={t('escalation.superviseEnd.hint')}
      submitLabel={t('complaint.action.supervise-end')}
      action={action}
      send={(note) => action.run({ input: { id, note: note || null } })}
      {...ends}
    />
  );
}
