import { savedViewBeginWith } from '@redress/domain/actions/saved-view';
import { z } from 'zod';
import { encodeId } from '../ids.ts';
import { globalId, optional } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';

settingsField({
  name: 'savedViewBeginWith',
  description: "Makes the caller's board begin with a view that they are offered. For members.",
  input: {
    description: 'Which view the board begins with.',
    fields: (t) => ({ id: t.id({ description: 'The view; left out: everything.' }) }),
  },
  parse: z.object({ id: optional(globalId('SavedView')) }),
  action: (ctx, input) => savedViewBeginWith(ctx, input),
  errors: ['NotFoundError'],
  payload: (t) => ({
    defaultViewId: t.id({
      nullable: true,
      description: 'The view that their board begins with; null when it begins with everything.',
      resolve: ({ outcome }) => (outcome.savedViewId === undefined ? null : encodeId('SavedView', outcome.savedViewId)),
    }),
  }),
});
