import { TextInput } from '@mantine/core';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ColleaguesSelect, namesList } from '../../fields/colleagues-select.tsx';
import { instantOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { ActionProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { FormShell } from '../form-shell.tsx';
import { useAction } from '../use-action.ts';
import { useReaders } from '../use-readers.ts';
import { visitPlanMutation } from '../visit-mutations.ts';

/** Plans a home visit: when, where, and who goes together. */
export function VisitPlanForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: Pick<ComplaintView, 'id' | 'number' | 'concernedMembers'>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(visitPlanMutation, (data) => data.visitPlan, { adds: true });
  const { concernedMembers } = complaint;
  const colleagues = useReaders(complaint.id).filter(({ id }) => concernedMembers.every((other) => other.id !== id));
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.visit`, { at: '', place: '', visitorIds: '' });
  const issues = action.refusal?.fields ?? {};
  const at = instantOf(fields.at);
  const place = fields.place.trim();
  const visitorIds = namesList(fields.visitorIds);

  const submit = async () => {
    if (at === null) return;
    if (!(await action.run({ input: { complaintId: complaint.id, at, place, visitorIds } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t('visit.plan.title')}
      submitLabel={t('visit.plan.submit')}
      busy={action.busy}
      disabled={at === null || place === '' || visitorIds.length < 2}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={['at', 'place', 'visitorIds']} />}
    >
      <MomentInput
        label={t('visit.at')}
        required
        value={fields.at}
        onChange={(value) => set('at', value)}
        error={issues['at']}
      />
      <TextInput
        label={t('visit.place')}
        required
        value={fields.place}
        onChange={(event) => set('place', event.currentTarget.value)}
        error={issues['place']}
      />
      <ColleaguesSelect
        label={t('visit.visitors')}
        description={t('visit.visitorsHint')}
        required
        colleagues={colleagues}
        value={fields.visitorIds}
        onChange={(ids) => set('visitorIds', ids)}
        error={issues['visitorIds']}
      />
    </FormShell>
  );
}
