import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { TEMPLATE_PURPOSES } from '@redress/domain/rules/contact-template';
import { SEVERITIES } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import { STANDARD_BASES } from '@redress/domain/rules/compensation';
import { NO_STANDARD } from './payment/payment-form.ts';
import { CalendarSelect } from './calendar-select.tsx';
import { DurationField } from './duration-field.tsx';
import { timeOf } from './duration-fields.ts';
import type { FieldShape, Fields } from './policy-form.ts';
import { RUNS_IN } from './runs-in.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  field: FieldShape;
  /** Everything that the form says: what a field means may depend on another. */
  fields: Fields;
  label: string;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

/** One field of a policy. */
export function PolicyField({ field, fields, label, error, onChange }: Props) {
  const s = useSettingsT();
  const t = useT();
  const value = fields[field.name] ?? '';
  const hint = field.hint === undefined ? undefined : s(field.hint);
  const typed = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  switch (field.type) {
    case 'check':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          error={error}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'runsIn':
      return (
        <Select
          label={label}
          value={String(value)}
          error={error}
          allowDeselect={false}
          data={RUNS_IN.map((name) => ({ value: name, label: s(`settings.runsIn.${name}`) }))}
          onChange={(name) => onChange(name ?? 'ALWAYS')}
        />
      );
    case 'purpose':
      return (
        <Select
          label={label}
          value={String(value)}
          error={error}
          allowDeselect={false}
          data={TEMPLATE_PURPOSES.map((name) => ({ value: name, label: s(`settings.words.${name}`) }))}
          onChange={(name) => onChange(name ?? 'REPLY')}
        />
      );
    case 'severity':
      return (
        <Select
          label={label}
          value={String(value)}
          error={error}
          allowDeselect={false}
          data={SEVERITIES.map((name) => ({ value: name, label: t(`severity.${name}`) }))}
          onChange={(name) => onChange(name ?? 'GENERAL')}
        />
      );
    case 'basis':
      return (
        <Select
          label={label}
          value={String(value)}
          error={error}
          allowDeselect={false}
          data={[NO_STANDARD, ...STANDARD_BASES].map((name) => ({
            value: name,
            label: s(`settings.payment.basis.${name as 'NONE'}`),
          }))}
          onChange={(name) => onChange(name ?? NO_STANDARD)}
        />
      );
    case 'duration':
      return (
        <DurationField
          label={label}
          value={String(value)}
          runsIn={timeOf(field, fields)}
          error={error}
          onChange={onChange}
        />
      );
    case 'calendar':
      return <CalendarSelect label={label} value={String(value)} error={error} onChange={onChange} />;
    case 'lines':
      return (
        <Textarea
          label={label}
          description={hint}
          value={String(value)}
          error={error}
          autosize
          minRows={4}
          maxRows={16}
          onChange={typed}
        />
      );
    case 'number':
      return (
        <TextInput
          label={label}
          description={hint}
          inputMode="numeric"
          value={String(value)}
          error={error}
          onChange={typed}
        />
      );
    case 'text':
      return <TextInput label={label} description={hint} value={String(value)} error={error} onChange={typed} />;
  }
}
