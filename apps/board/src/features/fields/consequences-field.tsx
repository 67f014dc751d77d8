import { Checkbox, Group } from '@mantine/core';
import { CONSEQUENCES } from '@redress/domain/rules/vocabulary';
import { useT } from '../../i18n/use-t.ts';
import { consequencesOf } from './consequences.ts';
import type { FieldProps } from './field-props.ts';

/** What may come of a complaint: none, one or several. */
export function ConsequencesField({ label, value, onChange, error }: FieldProps) {
  const t = useT();
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={consequencesOf(value)}
      onChange={(chosen: string[]) => onChange(consequencesOf(chosen.join()).join())}
    >
      <Group gap={16} mt={4}>
        {CONSEQUENCES.map((one) => (
          <Checkbox key={one} value={one} label={t(`consequence.${one}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
