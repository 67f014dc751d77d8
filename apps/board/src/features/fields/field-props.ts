import type { ReactNode } from 'react';

/** What every field of a form takes. Values are strings, `''` for nothing, so that drafts are flat. */
export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  /** What is wrong, in words; absent or empty when nothing is. */
  error?: string | undefined;
}
