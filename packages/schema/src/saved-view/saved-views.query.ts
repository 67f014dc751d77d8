/** The saved views that a member is offered, and the one that they begin with. */
import { defaultViewOf, savedViewsOf } from '@redress/domain/reads/saved-views';
import { builder } from '../builder.ts';
import { encodeId } from '../ids.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MemberViewer } from '../viewer/viewer.ts';
import { SavedView } from './saved-view.ts';

builder.objectFields(MemberViewer, (t) => ({
  savedViews: t.field({
    type: [SavedView],
    description: "The views that they are offered: the company's, their departments', their own; each by name.",
    extensions: viewerDependent,
    resolve: (viewer, _args, { db }) => savedViewsOf(db, viewer),
  }),
  defaultViewId: t.id({
    nullable: true,
    description: 'The view that their board begins with; null when it begins with everything.',
    extensions: viewerDependent,
    resolve: async (viewer, _args, { db }) => {
      const id = await defaultViewOf(db, viewer);
      return id === null ? null : encodeId('SavedView', id);
    },
  }),
}));
