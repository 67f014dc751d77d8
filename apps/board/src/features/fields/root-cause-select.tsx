import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { FieldProps } from './field-props.ts';

export const rootCausesQuery = graphql(`
  query RootCauses {
    rootCauses { code nameZh nameEn parent { code } }
  }
`);

/** One root cause by its code, found by typing any part of its name; a group itself stands first in its group. */
export function RootCauseSelect(props: FieldProps) {
  const t = useT();
  const locale = useLocale();
  const [{ data }] = useQuery({ query: rootCausesQuery });
  const groups = useMemo(() => {
    const causes = data?.rootCauses ?? [];
    const nameOf = (cause: { nameZh: string; nameEn: string }) => (locale === 'en' ? cause.nameEn : cause.nameZh);
    return causes
      .filter(({ parent }) => parent === null)
      .map((group) => ({
        group: nameOf(group),
        items: [...causes.filter(({ parent }) => parent?.code === group.code), group].map((cause) => ({
          value: cause.code,
          label: cause === group ? t('investigation.cause.other', { group: nameOf(group) }) : nameOf(cause),
        })),
      }));
  }, [data, locale, t]);
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      error={props.error}
      placeholder={data === undefined ? t('common.loading') : t('investigation.cause.choose')}
      value={props.value === '' ? null : props.value}
      onChange={(code) => props.onChange(code ?? '')}
      data={groups}
      searchable
      selectFirstOptionOnChange
      clearable
      nothingFoundMessage={t('fields.nothingFound')}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
