/** Events of what a customer is told by itself. */
import { CustomerMessage } from '../customer-message/customer-message.ts';
import type { Loaders } from '../loaders.ts';
import { complaintEvent } from './complaint-event.ts';

const message = {
  type: CustomerMessage,
  description: 'The message, as it is now.',
  resolve: async ({ payload }: { payload: { messageId: string } }, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.customerMessages.byId.load(payload.messageId))!,
} as const;

complaintEvent('CustomerMessageSent', 'The customer was told by itself how their case stands.', (t) => ({
  message: t.field(message),
}));

complaintEvent('CustomerMessageFailed', 'The customer could not be told how their case stands.', (t) => ({
  message: t.field(message),
}));
