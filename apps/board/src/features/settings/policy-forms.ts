import type { ComponentType } from 'react';
import { CalendarForm } from './calendar-form.tsx';
import { FormFieldGroups } from './form-field-groups.tsx';
import type { FormProps } from './form-field-groups.tsx';
import { LadderEditor } from './ladder/ladder-editor.tsx';
import { QuietEditor } from './quiet/quiet-editor.tsx';
import { RosterEditor } from './roster/roster-editor.tsx';
import { TemplateEditor } from './templates/template-editor.tsx';
import type { PolicyKind } from './settings-documents.ts';

/** Kinds whose form is more than fields under headings. */
const FORMS: Partial<Record<PolicyKind, ComponentType<FormProps>>> = {
  CALENDAR: CalendarForm,
  LADDER: LadderEditor,
  QUIET_HOURS: QuietEditor,
  ROSTER: RosterEditor,
  DUTY_TEMPLATE: TemplateEditor,
};

/** The form of a kind of policy. */
export function formOf(kind: PolicyKind): ComponentType<FormProps> {
  return FORMS[kind] ?? FormFieldGroups;
}

/** Whether the form of this kind minds itself what who may only read can do in it: look around, and change nothing. */
export function isReadable(kind: PolicyKind): boolean {
  return kind === 'CALENDAR' || kind === 'LADDER' || kind === 'ROSTER';
}
