import { departmentSet } from '@redress/domain/actions/department-set';
import { z } from 'zod';
import { Department } from '../department/department.ts';
import { LINE, optionalText, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';

settingsField({
  name: 'departmentSet',
  description:
    'Puts a department on another calendar; its running clocks are recomputed from now on. For administrators.',
  input: {
    description: 'Which department, and how it works.',
    fields: (t) => ({
      code: t.string({ required: true, description: 'The code of the department.' }),
      calendarCode: t.string({ description: "The key of a calendar. Null: the company's." }),
    }),
  },
  parse: z.object({ code: text(LINE), calendarCode: optionalText(LINE) }),
  action: departmentSet,
  errors: [],
  payload: (t) => ({
    department: t.field({
      type: Department,
      description: 'The department as it is now.',
      resolve: ({ outcome }, _args, { directory }) => directory.department(outcome.departmentId!)!,
    }),
  }),
});
