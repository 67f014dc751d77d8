import { savedViewRemove } from '@redress/domain/actions/saved-view';
import { z } from 'zod';
import { encodeId } from '../ids.ts';
import { globalId } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';

settingsField({
  name: 'savedViewRemove',
  description: 'Takes a view away, for everybody whom it was shared with. Who began with it begins with everything.',
  input: {
    description: 'Which view goes.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The view.' }) }),
  },
  parse: z.object({ id: globalId('SavedView') }),
  action: (ctx, input) => savedViewRemove(ctx, input),
  errors: ['NotFoundError'],
  payload: (t) => ({
    savedViewId: t.id({
      description: 'The view that went.',
      resolve: ({ outcome }) => encodeId('SavedView', outcome.savedViewId!),
    }),
  }),
});
