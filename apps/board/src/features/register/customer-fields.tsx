import { Select, TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import type { RegisterFields } from './register-fields.ts';
import classes from './register.module.css';

/** Who complains. All of it may stay empty: then the customer is anonymous. */
export function CustomerFields({
  text,
  language,
  onLanguage,
}: {
  text: (name: keyof RegisterFields) => TextInputProps;
  language: string;
  onLanguage: (language: string) => void;
}) {
  const t = useT();
  return (
    <fieldset className={classes.customer}>
      <legend>{t('complaint.customer')}</legend>
      <div className={classes.pair}>
        <TextInput label={t('register.name')} autoComplete="off" {...text('name')} />
        <TextInput label={t('complaint.email')} type="email" autoComplete="off" {...text('email')} />
        <TextInput label={t('register.region')} autoComplete="off" {...text('region')} />
        <TextInput label={t('register.tier')} autoComplete="off" {...text('tier')} />
        <Select
          label={t('register.language')}
          data={[
            { value: '', label: t('register.language.ofWords') },
            { value: 'ZH_CN', label: '中文' },
            { value: 'EN', label: 'English' },
          ]}
          value={language}
          allowDeselect={false}
          onChange={(value) => onLanguage(value ?? '')}
        />
      </div>
    </fieldset>
  );
}
