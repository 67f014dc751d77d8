import { TextInput } from '@mantine/core';
import type { FieldProps } from './field-props.ts';

/** A moment, in the time of the person's device; its value is what a `datetime-local` field holds. */
export function MomentInput({ onChange, error, ...props }: FieldProps) {
  return (
    <TextInput
      {...props}
      type="datetime-local"
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
