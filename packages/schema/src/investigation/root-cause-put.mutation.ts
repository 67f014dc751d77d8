import { rootCausePut } from '@redress/domain/actions/root-cause-put';
import { z } from 'zod';
import { LINE, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { RootCause } from './root-cause.ts';

settingsField({
  name: 'rootCausePut',
  description:
    'Adds a root cause, renames it, or takes it out of use and back; complaints that have it keep it. For administrators.',
  input: {
    description: 'The cause as it is to be.',
    fields: (t) => ({
      code: t.string({
        required: true,
        description:
          'Its code: small letters, digits and hyphens, with that of its group in front: `people.skill`. It never changes.',
      }),
      nameZh: t.string({ required: true, description: 'Its name in Chinese; at most 200 characters.' }),
      nameEn: t.string({ required: true, description: 'Its name in English; at most 200 characters.' }),
      archived: t.boolean({ defaultValue: false, description: 'Whether it is given to complaints no more.' }),
    }),
  },
  parse: z.object({
    code: text(LINE),
    nameZh: text(LINE),
    nameEn: text(LINE),
    archived: z.boolean().nullish().transform(Boolean),
  }),
  action: rootCausePut,
  errors: [],
  payload: (t) => ({
    rootCause: t.field({
      type: RootCause,
      description: 'The cause as it is now.',
      resolve: ({ outcome }, _args, { directory }) => directory.rootCause(outcome.rootCauseCode ?? null)!,
    }),
  }),
});
