import type { DesksPolicy as Value } from '@redress/domain/rules/policies';
import { builder } from '../../builder.ts';

export const DesksPolicy = builder.objectRef<Value>('DesksPolicy').implement({
  description: 'By which calendars the desks of the company work. Its key is COMPANY.',
  fields: (t) => ({
    intake: t.exposeString('INTAKE', { description: 'The calendar of the intake desk.' }),
    coordination: t.exposeString('COORDINATION', { description: 'The calendar of the coordination group.' }),
    national: t.exposeString('NATIONAL', { description: 'The calendar of national working days.' }),
  }),
});

export const DesksPolicyInput = builder.inputType('DesksPolicyInput', {
  description: 'By which calendars the desks of the company work. Its key is COMPANY.',
  fields: (t) => ({
    intake: t.string({ required: true, description: 'The calendar of the intake desk.' }),
    coordination: t.string({ required: true, description: 'The calendar of the coordination group.' }),
    national: t.string({ required: true, description: 'The calendar of national working days.' }),
  }),
});
