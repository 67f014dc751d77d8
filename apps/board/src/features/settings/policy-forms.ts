import type { ComponentType } from 'react';
import { FormFieldGroups } from './form-field-groups.tsx';
import type { FormProps } from './form-field-groups.tsx';
import type { PolicyKind } from './settings-documents.ts';

/** Kinds whose form is more than fields under headings. */
const FORMS: Partial<Record<PolicyKind, ComponentType<FormProps>>> = {};

/** The form of a kind of policy. */
export function formOf(kind: PolicyKind): ComponentType<FormProps> {
  return FORMS[kind] ?? FormFieldGroups;
}
