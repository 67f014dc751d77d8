import { builder } from '../builder.ts';
import { decodeIdOf } from '../ids.ts';
import { forbidden, requirePrincipal } from '../top-level-error.ts';
import { PresenceActivityEnum } from './presence.ts';

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
      const complaintId = input.complaintId ? decodeIdOf('Complaint', input.complaintId) : null;
      await ctx.presence.update(principal.id, { complaintId, activity: input.activity });
      return {};
    },
  }),
);
