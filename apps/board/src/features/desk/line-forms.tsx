import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDepartmentMembers, useDepartments } from '../../app/directory.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { DepartmentSelect } from '../fields/department-select.tsx';
import { undoOfAssignment } from '../undo/board-undo.ts';
import type { Undo } from '../undo/undo.ts';
import type { InboxEntry } from '../inbox/inbox-documents.ts';
import { DeclineLine } from './decline-line.tsx';
import type { Act } from './desk-acts.ts';
import {
  approvalMutation,
  assignMutation,
  dutyDoneMutation,
  handOverMutation,
  takeOnMutation,
} from './desk-documents.ts';
import { LineForm } from './line-form.tsx';
import { NoteLine } from './note-line.tsx';
import { useAnswer } from './use-answer.ts';
import { useDeskT } from './use-desk-t.ts';

export interface ActFormProps {
  entry: InboxEntry;
  reload: () => void;
  /** It was taken: what to say of it, and what would undo it. */
  onDone: (words: string, undo?: Undo) => void;
  onCancel: () => void;
}

/** The form of an act that takes more than its key; null for the others. */
export function ActForm({ act: { kind, entry }, ...ends }: { act: Act } & Omit<ActFormProps, 'entry'>) {
  const props = { ...ends, entry };
  switch (kind) {
    case 'decline':
      return <DeclineLine {...props} />;
    case 'reject':
      return <RejectLine {...props} />;
    case 'finish':
      return <FinishLine {...props} />;
    case 'takeOn':
      return <TakeOnLine {...props} />;
    case 'handOver':
      return <HandOverLine {...props} />;
    case 'assign':
      return <AssignLine {...props} />;
    default:
      return null;
  }
}

/** A step of an approval is refused with a reason. */
function RejectLine({ entry: { complaint, approval }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const { number } = complaint;
  const { busy, problem, give } = useAnswer(approvalMutation, reload);
  const { fields, set, clear } = useDraft(`${approval?.id ?? number}.reject`, { reason: '' });
  const reason = fields.reason.trim();
  const reject = async () => {
    if (approval === null || (await give({ input: { id: approval.id, approve: false, reason } })) === null) return;
    clear();
    onDone(t('desk.done.reject', { number }));
  };
  return (
    <LineForm
      title={t('inbox.rejectWhy', { number })}
      submitLabel={t('inbox.rejectSend')}
      busy={busy}
      disabled={reason === ''}
      problem={problem}
      onSubmit={() => void reject()}
      onCancel={onCancel}
    >
      <TextInput
        label={t('inbox.rejectReason')}
        required
        maxLength={2000}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
    </LineForm>
  );
}

/** A duty is reported done, with a note or without. */
function FinishLine({ entry: { complaint, duty }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const { number } = complaint;
  const answer = useAnswer(dutyDoneMutation, reload);
  return (
    <NoteLine
      draft={`${duty?.id ?? number}.finish`}
      title={t('desk.finishTitle', { number })}
      label={t('desk.finishNote')}
      submitLabel={t('desk.act.finish')}
      answer={answer}
      send={async (note) => duty !== null && (await answer.give({ input: { id: duty.id, note } })) !== null}
      onDone={() => onDone(t('desk.done.finish', { number }))}
      onCancel={onCancel}
    />
  );
}

/** An escalation is taken on, so that no further level is named; with a word on how it goes on, or without. */
function TakeOnLine({ entry: { complaint }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const { number } = complaint;
  // Somebody may take it on meanwhile: then the server says so, and what was typed stays.
  const [escalation] = useState(complaint.escalation);
  const answer = useAnswer(takeOnMutation, reload);
  return (
    <NoteLine
      // The draft of the drawer's form: what was typed there is here too.
      draft={`${number}.take-on`}
      title={t('desk.takeOnTitle', { number })}
      label={t('desk.takeOnNote')}
      submitLabel={t('desk.act.takeOn')}
      answer={answer}
      send={async (note) => escalation !== null && (await answer.give({ input: { id: escalation.id, note } })) !== null}
      onDone={() => onDone(t('desk.done.takeOn', { number }))}
      onCancel={onCancel}
    />
  );
}

/** Another department is asked to take it over; until it answers, that can be undone. */
function HandOverLine({ entry: { complaint }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const locale = useLocale();
  const departments = useDepartments();
  const { id: complaintId, number } = complaint;
  const { busy, problem, give } = useAnswer(handOverMutation, reload);
  const { fields, set, clear } = useDraft(`${number}.handoff`, { toDepartmentCode: '', reason: '' });
  const { toDepartmentCode } = fields;
  const reason = fields.reason.trim();
  const handOver = async () => {
    const taken = await give({ input: { complaintId, toDepartmentCode, reason } });
    if (taken === null) return;
    clear();
    const to = departments.find(({ code }) => code === toDepartmentCode);
    const words = t('desk.done.handOver', { number, department: to === undefined ? '' : departmentName(to, locale) });
    if (taken.__typename !== 'HandoffRequestPayload') onDone(words);
    else
      onDone(words, { kind: 'withdrawHandoff', act: taken.cursor, handoffId: taken.handoff.id, complaintId, number });
  };
  return (
    <LineForm
      title={t('desk.handOverTitle', { number })}
      submitLabel={t('desk.act.handOver')}
      busy={busy}
      disabled={toDepartmentCode === '' || reason === ''}
      problem={problem}
      onSubmit={() => void handOver()}
      onCancel={onCancel}
    >
      <DepartmentSelect
        label={t('desk.handOverTo')}
        required
        except={complaint.department?.code}
        value={toDepartmentCode}
        onChange={(code) => set('toDepartmentCode', code)}
      />
      <TextInput
        label={t('desk.handOverReason')}
        required
        maxLength={2000}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
    </LineForm>
  );
}

/** Who works on it from now on; that can be undone for as long as nobody has changed it since. */
function AssignLine({ entry: { complaint }, reload, onDone, onCancel }: ActFormProps) {
  const t = useDeskT();
  const { id, number, assignee, department } = complaint;
  const { busy, problem, give } = useAnswer(assignMutation, reload);
  const members = useDepartmentMembers(department?.id ?? null);
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const assign = async () => {
    const taken = await give({ input: { id, assigneeId } });
    if (taken === null) return;
    const name = members?.find((member) => member.id === assigneeId)?.name ?? '';
    const words = t('desk.done.assign', { number, name });
    if (taken.__typename !== 'ComplaintAssignPayload') onDone(words);
    else onDone(words, { ...undoOfAssignment({ assignee }, { id, number, ...taken.complaint }), act: taken.cursor });
  };
  return (
    <LineForm
      title={t('desk.assignTitle', { number })}
      submitLabel={t('desk.act.assign')}
      busy={busy}
      disabled={assigneeId === null}
      problem={problem}
      onSubmit={() => void assign()}
      onCancel={onCancel}
    >
      <Select
        label={t('desk.assignTo')}
        placeholder={members === null ? t('common.loading') : t('fields.chooseMember')}
        required
        searchable
        selectFirstOptionOnChange
        data={(members ?? [])
          .filter((member) => member.id !== assignee?.id)
          .map((member) => ({ value: member.id, label: member.name }))}
        value={assigneeId}
        onChange={setAssigneeId}
        nothingFoundMessage={t('fields.nothingFound')}
        comboboxProps={{ shadow: 'md' }}
      />
    </LineForm>
  );
}
