/** What differs between two values of a policy, field by field. Pure, for tests. */
import type { Translate } from '../../i18n/translate.ts';
import { getLocale } from '../../i18n/locale.ts';
import { shapeOf } from './policy-form.ts';
import type { FieldShape, PolicyValue } from './policy-form.ts';
import { toldFields } from './told-fields.ts';

export interface FieldChange {
  field: FieldShape;
  from: string | boolean | undefined;
  to: string | boolean | undefined;
}

/** The fields in which `is` differs from `was`; of a list only the lines that came and went. */
export function changedFields(was: PolicyValue, is: PolicyValue, t: Translate): FieldChange[] {
  const english = getLocale() === 'en';
  const [before, after] = [toldFields(was, english, t), toldFields(is, english, t)];
  return shapeOf(is)
    .filter(({ name }) => before[name] !== after[name])
    .map((field) => ({ field, from: before[field.name], to: after[field.name] }))
    .map((change) => (change.field.type === 'lines' ? linesOnly(change) : change));
}

function linesOnly({ field, from, to }: FieldChange): FieldChange {
  const [before, after] = [String(from ?? '').split('\n'), String(to ?? '').split('\n')];
  const without = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line)).join('\n');
  return { field, from: without(before, after), to: without(after, before) };
}
