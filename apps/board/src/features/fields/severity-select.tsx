import { Input, SegmentedControl } from '@mantine/core';
import { SEVERITIES } from '@redress/domain/rules/vocabulary';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import classes from './severity-select.module.css';
import type { FieldProps } from './field-props.ts';

/** One severity, or (with `proposedLabel`) none, for the server to propose. */
export function SeveritySelect({ proposedLabel, ...props }: FieldProps & { proposedLabel?: string }) {
  const t = useT();
  const data: { value: string; label: ReactNode }[] = SEVERITIES.map((severity) => ({
    value: severity,
    label: (
      <span className={classes.option}>
        {severity !== 'GENERAL' && (
          <span aria-hidden="true" className={classes.mark}>
            <SeverityMark severity={severity} />
          </span>
        )}
        {t(`severity.${severity}`)}
      </span>
    ),
  }));
  if (proposedLabel !== undefined) data.unshift({ value: '', label: proposedLabel });
  return (
    <Input.Wrapper label={props.label} description={props.description} error={props.error} labelElement="div">
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={props.label}
        data={data}
        value={props.value}
        onChange={props.onChange}
      />
    </Input.Wrapper>
  );
}
