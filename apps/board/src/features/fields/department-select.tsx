import { Select } from '@mantine/core';
import { useDepartments } from '../../app/directory.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { FieldProps } from './field-props.ts';

/** One department by its code; `''` for none. `except` leaves out the one that makes no sense here. */
export function DepartmentSelect({ except, ...props }: FieldProps & { except?: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const departments = useDepartments();
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      error={props.error}
      placeholder={props.placeholder ?? t('fields.chooseDepartment')}
      value={props.value === '' ? null : props.value}
      onChange={(code) => props.onChange(code ?? '')}
      data={departments
        .filter(({ code }) => code !== except)
        .map((department) => ({ value: department.code, label: departmentName(department, locale) }))}
      searchable
      selectFirstOptionOnChange
      clearable={!(props.required ?? false)}
      nothingFoundMessage={t('fields.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
