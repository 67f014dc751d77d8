import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { localOf } from '../../fields/moment.ts';
import { RegulatorFields } from '../../fields/regulator-fields.tsx';
import { LETTER_ISSUES, NO_LETTER, letterInput } from '../../fields/regulator-letter.ts';
import type { LetterFields } from '../../fields/regulator-letter.ts';
import { ActionProblems } from '../action-problems.tsx';
import { FormShell } from '../form-shell.tsx';
import { regulatorCaseSetMutation } from '../regulator-documents.ts';
import type { RegulatorLetter } from '../regulator-documents.ts';
import { useAction } from '../use-action.ts';

/** Marks the complaint as a regulator's case, or corrects what the agency's letter says. */
export function RegulatorLetterForm({
  complaint: { id, number },
  letter,
  onDone,
  onCancel,
}: {
  complaint: { id: string; number: string };
  letter: RegulatorLetter | null;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const action = useAction(regulatorCaseSetMutation, (data) => data.regulatorCaseSet);
  const { fields, restored, set, clear } = useDraft<LetterFields>(`${number}.regulator`, fieldsOf(letter));
  const submit = async () => {
    if (!(await action.run({ input: { id, ...letterInput(fields) } }))) return;
    clear();
    onDone();
  };
  return (
    <FormShell
      title={t(letter === null ? 'regulator.step.mark' : 'regulator.step.letter')}
      submitLabel={t('regulator.letter.submit')}
      busy={action.busy}
      disabled={fields.reference.trim() === '' || (fields.agency === 'OTHER' && fields.agencyName.trim() === '')}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<ActionProblems action={action} shownFields={[...LETTER_ISSUES]} />}
    >
      <RegulatorFields fields={fields} set={set} issues={action.refusal?.fields ?? {}} />
    </FormShell>
  );
}

/** The days stay those of the letter: what they were by the agency's custom then, they are by the letter now. */
function fieldsOf(letter: RegulatorLetter | null): LetterFields {
  if (letter === null) return NO_LETTER;
  return {
    agency: letter.agency,
    agencyName: letter.agencyName ?? '',
    reference: letter.reference ?? '',
    letterAt: localOf(letter.receivedAt),
    agencyDemand: letter.demand ?? '',
    acceptDays: String(letter.acceptDays),
    answerDays: String(letter.answerDays),
  };
}
