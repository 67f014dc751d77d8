import { savedViewPut } from '@redress/domain/actions/saved-view';
import { savedViewOf } from '@redress/domain/reads/saved-views';
import { VIEW_NAME_LENGTH, VIEW_SEARCH_LENGTH } from '@redress/domain/rules/saved-views';
import type { ViewSharing } from '@redress/domain/rules/saved-views';
import { z } from 'zod';
import { given, globalId, optional } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { storable } from '../storable.ts';
import { SavedView, ViewSharingEnum } from './saved-view.ts';

settingsField({
  name: 'savedViewPut',
  description:
    'Keeps a way of looking at the board under a name, or changes one, whole. Coordinators share with the company and with departments; heads and deputies with their own. For members.',
  input: {
    description: 'A view as it is to be.',
    fields: (t) => ({
      id: t.id({ description: 'The view that is changed; left out: a new one.' }),
      name: t.string({ required: true, description: `What it is called; at most ${VIEW_NAME_LENGTH} characters.` }),
      search: t.string({
        required: true,
        description: `What stands behind the question mark in the board's address; at most ${VIEW_SEARCH_LENGTH} characters.`,
      }),
      sharing: t.field({ type: ViewSharingEnum, required: true, description: 'With whom it is shared.' }),
      departmentCode: t.string({ description: 'The department that shares it; needed when one does.' }),
    }),
  },
  parse: z.object({
    id: optional(globalId('SavedView')),
    name: z.string().overwrite(storable).trim().min(1, 'required').max(VIEW_NAME_LENGTH, 'tooLong'),
    search: z.string().overwrite(storable).trim().max(VIEW_SEARCH_LENGTH, 'tooLong'),
    sharing: given<ViewSharing>(),
    departmentCode: optional(z.string()),
  }),
  action: (ctx, input) => savedViewPut(ctx, input),
  errors: ['NotFoundError'],
  payload: (t) => ({
    savedView: t.field({
      type: SavedView,
      nullable: true,
      description: 'The view as it is now; null when it was taken away since, which a retry may find.',
      resolve: ({ outcome }, _args, { db, principal }) => principal && savedViewOf(db, principal, outcome.savedViewId!),
    }),
  }),
});
