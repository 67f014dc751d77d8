import { notificationChannelTest } from '@redress/domain/actions/notification-channel-test';
import { z } from 'zod';
import { globalId } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { viewerId } from '../viewer/viewer-id.ts';
import { channelPayload } from './channel-payload.ts';

/** Enough to mend a mistake, too few to flood somebody's mailbox by. */
const TRIES = { limit: 5, windowSeconds: 60 };

settingsField({
  name: 'notificationChannelTest',
  description:
    "Sends a message on a channel of the caller's that says nothing but that it arrived: at any hour, also while the channel is switched off. What came of it is the channel's `lastDelivery`; it is attempted once. For members, five times a minute.",
  input: {
    description: 'Which channel is tried.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The channel.' }) }),
  },
  parse: z.object({ id: globalId('NotificationChannel') }),
  action: async (ctx, input, request) => {
    const answer = await request.limits.take(`notificationChannelTest/${viewerId(request)}`, TRIES);
    if (answer.ok) return notificationChannelTest(ctx, input);
    return { ok: false, refusal: { code: 'RATE_LIMITED', retryAfterSeconds: answer.retryAfterSeconds } };
  },
  errors: ['NotFoundError', 'RateLimitedError'],
  payload: channelPayload,
});
