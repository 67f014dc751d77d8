import { builder } from '../builder.ts';
import { requirePrincipal } from '../top-level-error.ts';

const SignOutPayload = builder.objectRef<object>('SignOutPayload').implement({
  description: 'The session ended, and its sockets were closed.',
  fields: (t) => ({ ok: t.boolean({ description: 'Always true.', resolve: () => true }) }),
});

builder.mutationFields((t) => ({
  signOut: t.field({
    type: SignOutPayload,
    description: 'Ends the session of this request.',
    resolve: async (_root, _args, ctx) => {
      requirePrincipal(ctx);
      await ctx.auth.signOut();
      return {};
    },
  }),
  signOutEverywhere: t.field({
    type: SignOutPayload,
    description: 'Ends every session of the member, on whatever device.',
    resolve: async (_root, _args, ctx) => {
      requirePrincipal(ctx);
      await ctx.auth.signOutEverywhere();
      return {};
    },
  }),
}));
