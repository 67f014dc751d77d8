import type { DutyLine as Line, DutyTemplatePolicy as Value } from '@redress/domain/rules/duty-template';
import { builder } from '../../builder.ts';
import { Department } from '../../department/department.ts';

const DutyLineOwner = builder.enumType('DutyLineOwner', {
  description: 'Who of its department does a duty of a template.',
  values: { HEAD: { description: 'The head of the department.' } },
});

const DutyLine = builder.objectRef<Line>('DutyLine').implement({
  description: 'A duty that a category asks for.',
  fields: (t) => ({
    departmentCode: t.exposeString('departmentCode', { description: 'The code of the department that does it.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description:
        'The department that does it; null when there is none of this code. While it is archived or not there, the line is skipped, and the timeline says so.',
      resolve: ({ departmentCode }, _args, { directory }) => directory.departmentByCode(departmentCode),
    }),
    what: t.exposeString('what', { description: 'What is to be done, in Chinese.' }),
    whatEn: t.exposeString('whatEn', { description: 'The same in English.' }),
    minutes: t.exposeInt('minutes', {
      description: 'How long it may take, in minutes of the hours of its department: 1 to 525,600.',
    }),
    owner: t.expose('owner', {
      type: DutyLineOwner,
      nullable: true,
      description: 'Who does it; null: the department decides.',
    }),
  }),
});

const DutyLineInput = builder.inputType('DutyLineInput', {
  description: 'A duty that a category asks for.',
  fields: (t) => ({
    departmentCode: t.string({ required: true, description: 'The code of the department that does it.' }),
    what: t.string({ required: true, description: 'What is to be done, in Chinese; at most 500 characters.' }),
    whatEn: t.string({ required: true, description: 'The same in English; at most 500 characters.' }),
    minutes: t.int({
      required: true,
      description: 'How long it may take, in minutes of the hours of its department: 1 to 525,600.',
    }),
    owner: t.field({ type: DutyLineOwner, description: 'Who does it. Null: the department decides.' }),
  }),
});

export const DutyTemplatePolicy = builder.objectRef<Value>('DutyTemplatePolicy').implement({
  description:
    "The collaboration list of a category. Its key is the code of a category. Without any line it was withdrawn, and the parent's holds.",
  fields: (t) => ({
    duties: t.expose('duties', { type: [DutyLine], description: 'Its lines, in the order in which they are given.' }),
  }),
});

export const DutyTemplatePolicyInput = builder.inputType('DutyTemplatePolicyInput', {
  description: 'The collaboration list of a category. Its key is the code of a category.',
  fields: (t) => ({
    duties: t.field({ type: [DutyLineInput], required: true, description: 'Its lines: 1 to 50.' }),
  }),
});
