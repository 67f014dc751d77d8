import { savedViewRestore } from '@redress/domain/actions/saved-view';
import { savedViewOf } from '@redress/domain/reads/saved-views';
import { z } from 'zod';
import { globalId } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { SavedView } from './saved-view.ts';

settingsField({
  name: 'savedViewRestore',
  description:
    'Brings back a view that was taken away, as it was: its link leads to it again, and who began with it does so again. For whoever may take it away.',
  input: {
    description: 'Which view comes back.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The view.' }) }),
  },
  parse: z.object({ id: globalId('SavedView') }),
  action: (ctx, input) => savedViewRestore(ctx, input),
  errors: ['NotFoundError'],
  payload: (t) => ({
    savedView: t.field({
      type: SavedView,
      nullable: true,
      description: 'The view; null when it was taken away again since, which a retry may find.',
      resolve: ({ outcome }, _args, { db, principal }) => principal && savedViewOf(db, principal, outcome.savedViewId!),
    }),
  }),
});
