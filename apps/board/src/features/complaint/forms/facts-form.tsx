import { Select, TextInput, Textarea } from '@mantine/core';
import { COMPLAINT_KINDS } from '@redress/domain/rules/vocabulary';
import type { ComplaintKind } from '@redress/domain/rules/vocabulary';
import { useCategories } from '../../../app/directory.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { CategorySelect } from '../../fields/category-select.tsx';
import { consequencesOf } from '../../fields/consequences.ts';
import { ConsequencesField } from '../../fields/consequences-field.tsx';
import { instantOf, localOf } from '../../fields/moment.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { VersionedProblems } from '../action-problems.tsx';
import type { ComplaintView } from '../complaint-documents.ts';
import { factsMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import formClasses from '../form-shell.module.css';
import { useAction } from '../use-action.ts';
import { useAskedValue } from '../use-asked-action.ts';
import { useBaseVersion } from '../use-base-version.ts';

const WORDS = ['subject', 'demand', 'place', 'about'] as const;
const SHOWN = [...WORDS, 'occurredAt', 'consequences', 'categoryCode', 'kind'];

/**
 * Corrects what was taken down. Only what was changed here is sent: texts are shown with their numbers masked, and what
 * nobody touched stays as it is stored.
 */
export function FactsForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(factsMutation, (data) => data.factsSet);
  const base = useBaseVersion(complaint.version);
  const chosen = useAskedValue('set-facts');
  const categories = useCategories();
  // An upper category with others below it is none by itself: which of those it is, is chosen in the form.
  const asked = categories.some(({ parent }) => parent?.code === chosen) ? undefined : chosen;
  const shown = {
    kind: complaint.kind as string,
    subject: complaint.subject,
    demand: complaint.demand ?? '',
    occurredAt: complaint.occurredAt === null ? '' : localOf(complaint.occurredAt),
    place: complaint.place ?? '',
    about: complaint.about ?? '',
    consequences: complaint.consequences.join(),
    categoryCode: complaint.category?.code ?? '',
  };
  const { edits, restored, set, clear } = useDraft(
    `${complaint.number}.facts`,
    shown,
    asked === undefined ? {} : { categoryCode: asked },
  );
  // What nobody touched here follows the complaint: else a colleague's correction would be taken back with this one.
  const fields = { ...shown, ...edits };
  const issues = action.refusal?.fields ?? {};
  const isChanged = (name: keyof typeof shown) => fields[name] !== shown[name];
  const changed = (Object.keys(shown) as (keyof typeof shown)[]).filter(isChanged);

  const submit = async () => {
    const done = await action.run({
      input: {
        id: complaint.id,
        expectedVersion: base.version,
        ...Object.fromEntries(WORDS.filter(isChanged).map((name) => [name, fields[name].trim() || null])),
        ...(isChanged('kind') && { kind: fields.kind as ComplaintKind }),
        ...(isChanged('occurredAt') && { occurredAt: instantOf(fields.occurredAt) }),
        ...(isChanged('consequences') && { consequences: consequencesOf(fields.consequences) }),
        ...(isChanged('categoryCode') && { categoryCode: fields.categoryCode || null }),
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  const field = (name: keyof typeof shown) => ({
    value: fields[name],
    error: issues[name],
    onChange: (value: string) => set(name, value),
  });
  const text = (name: keyof typeof shown) => ({
    ...field(name),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return (
    <FormShell
      title={t('complaint.setFacts.title')}
      submitLabel={t('complaint.setFacts.submit')}
      busy={action.busy}
      disabled={changed.length === 0 || fields.subject.trim() === ''}
      restored={restored}
      onClear={clear}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      problems={<VersionedProblems action={action} base={base} shownFields={SHOWN} />}
    >
      <TextInput label={t('complaint.setFacts.subject')} required maxLength={200} {...text('subject')} />
      <Textarea label={t('complaint.demand')} autosize minRows={2} maxRows={6} {...text('demand')} />
      <div className={formClasses.row}>
        <MomentInput label={t('complaint.occurredAt')} {...field('occurredAt')} />
        <TextInput label={t('complaint.place')} {...text('place')} />
        <TextInput label={t('complaint.about')} {...text('about')} />
        <Select
          label={t('complaint.kind')}
          allowDeselect={false}
          data={COMPLAINT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={fields.kind}
          error={issues['kind']}
          onChange={(kind) => set('kind', kind ?? 'COMPLAINT')}
        />
      </div>
      <CategorySelect label={t('complaint.category')} {...field('categoryCode')} />
      <ConsequencesField label={t('complaint.consequences')} {...field('consequences')} />
    </FormShell>
  );
}
