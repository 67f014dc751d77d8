import { builder } from '../builder.ts';
import { decodeIdOf } from '../ids.ts';
import { badUserInput, forbidden, requirePrincipal } from '../top-level-error.ts';
import { PresenceActivityEnum } from './presence.ts';

/** What a window calls itself; the board takes 32. */
const LONGEST_WINDOW = 64;

const PresenceUpdateInput = builder.inputType('PresenceUpdateInput', {
  description: 'What the caller is at.',
  fields: (t) => ({
    complaintId: t.id({ description: 'At which complaint; null: at the board as a whole.' }),
    activity: t.field({
      type: PresenceActivityEnum,
      required: true,
      defaultValue: 'VIEWING',
      description: 'Doing what.',
    }),
    window: t.id({
      description:
        'In which of their windows: a name that the window made for itself and keeps, 64 characters at most. Who leaves it out has one window. The caller is here while any of their windows is.',
    }),
  }),
});

const PresenceUpdatePayload = builder.objectRef<object>('PresenceUpdatePayload').implement({
  description: 'The others will be told.',
  fields: (t) => ({ ok: t.boolean({ description: 'Always true.', resolve: () => true }) }),
});

builder.mutationField('presenceUpdate', (t) =>
  t.field({
    type: PresenceUpdatePayload,
    description: 'Tells the others what the caller is at. It is forgotten after a while: repeat it. For members.',
    args: { input: t.arg({ type: PresenceUpdateInput, required: true, description: 'What the caller is at.' }) },
    resolve: async (_root, { input }, ctx) => {
      const principal = requirePrincipal(ctx);
      if (principal.kind !== 'MEMBER') throw forbidden('Only members are present on a board.');
      const window = input.window ?? '';
      if (window.length > LONGEST_WINDOW)
        throw badUserInput(`A window's name has ${LONGEST_WINDOW} characters at most.`);
      const complaintId = input.complaintId ? decodeIdOf('Complaint', input.complaintId) : null;
      await ctx.presence.update(principal.id, { complaintId, activity: input.activity, window });
      return {};
    },
  }),
);
