import { Select } from '@mantine/core';
import { useDepartments } from '../../app/directory.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { FieldProps } from './field-props.ts';

/**
 * One department by its code; `''` for none. `except` leaves out the one that makes no sense here;
 * `first` are those that are the likely ones here, above the others under a heading of their own.
 */
export function DepartmentSelect({
  except,
  first,
  ...props
}: FieldProps & { except?: string | undefined; first?: { heading: string; codes: readonly string[] } | undefined }) {
  const t = useT();
  const locale = useLocale();
  const departments = useDepartments();
  const options = departments
    .filter(({ code }) => code !== except)
    .map((department) => ({ value: department.code, label: departmentName(department, locale) }));
  const likely = options.filter(({ value }) => first?.codes.includes(value));
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      error={props.error}
      placeholder={props.placeholder ?? t('fields.chooseDepartment')}
      value={props.value === '' ? null : props.value}
      onChange={(code) => props.onChange(code ?? '')}
      data={
        first === undefined || likely.length === 0
          ? options
          : [
              { group: first.heading, items: likely },
              { group: t('fields.others'), items: options.filter((one) => !likely.includes(one)) },
            ]
      }
      searchable
      selectFirstOptionOnChange
      clearable={!(props.required ?? false)}
      nothingFoundMessage={t('fields.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
