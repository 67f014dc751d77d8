import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { REGULATOR_AGENCIES } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import classes from './regulator-fields.module.css';
import { MomentInput } from './moment-input.tsx';
import type { LetterFields } from './regulator-letter.ts';

/** The inputs of an agency's letter: of a registration, and of a complaint that is marked later. */
export function RegulatorFields({
  fields,
  set,
  issues,
}: {
  fields: LetterFields;
  set: (field: keyof LetterFields, value: string) => void;
  issues: Partial<Record<string, string | undefined>>;
}) {
  const t = useT();
  const text = (field: keyof LetterFields, issue: string = field) => ({
    value: fields[field],
    error: issues[issue],
    onChange: (event: { currentTarget: { value: string } }) => set(field, event.currentTarget.value),
  });
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t('regulator.agency')}
          data={REGULATOR_AGENCIES.map((value) => ({ value, label: t(`regulator.agency.${value}`) }))}
          {...text('agency')}
          value={fields.agency || 'CITY_12345'}
        />
        <TextInput label={t('regulator.reference')} required maxLength={200} {...text('reference')} />
      </div>
      {fields.agency === 'OTHER' && (
        <TextInput label={t('regulator.agencyName')} required maxLength={200} {...text('agencyName')} />
      )}
      <MomentInput
        label={t('regulator.receivedAt')}
        description={t('regulator.receivedHint')}
        value={fields.letterAt}
        onChange={(value) => set('letterAt', value)}
        error={issues['receivedAt']}
      />
      <Textarea label={t('regulator.demand')} autosize minRows={2} maxRows={8} {...text('agencyDemand', 'demand')} />
      <div className={classes.pair}>
        <TextInput
          label={t('regulator.acceptDays')}
          placeholder={t('regulator.usual')}
          inputMode="numeric"
          {...text('acceptDays')}
        />
        <TextInput
          label={t('regulator.answerDays')}
          placeholder={t('regulator.usual')}
          inputMode="numeric"
          {...text('answerDays')}
        />
      </div>
    </>
  );
}
