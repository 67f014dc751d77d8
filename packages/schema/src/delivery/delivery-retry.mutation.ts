import type { ActionContext } from '@redress/domain/actions/context';
import { deliveryRetry } from '@redress/domain/actions/delivery-retry';
import { Refusal } from '@redress/domain/actions/refusal';
import { findDelivery } from '@redress/domain/reads/deliveries';
import type { DeliveryView } from '@redress/domain/reads/deliveries';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { errorOf, invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { globalId, issuesOf } from '../mutation/input.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { Delivery } from './delivery.ts';

const DeliveryRetryInput = builder.inputType('DeliveryRetryInput', {
  description: 'Which delivery is tried again.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The delivery.' }) }),
});

const input = z.object({ id: globalId('Delivery') });

interface PayloadSource {
  __typename: 'DeliveryRetryPayload';
  delivery: DeliveryView;
}

const Payload = builder.objectRef<PayloadSource>('DeliveryRetryPayload').implement({
  description: 'What `deliveryRetry` changed.',
  fields: (t) => ({
    delivery: t.expose('delivery', { type: Delivery, description: 'The delivery as it is now.' }),
  }),
});

const Result = resultUnion('deliveryRetry', Payload, ['NotFoundError', 'InvalidInputError']);

builder.mutationField('deliveryRetry', (t) =>
  t.field({
    type: Result,
    description:
      'Tries a FAILED delivery again; any other stays as it is. For its member and administrators: to others it is not there.',
    args: { input: t.arg({ type: DeliveryRetryInput, required: true, description: 'What is asked.' }) },
    resolve: async (_root, args, ctx): Promise<PayloadSource | AnyUserError> => {
      const parsed = input.safeParse(args.input);
      if (!parsed.success) return invalidInput(issuesOf(parsed.error), ctx);
      const { db, origin, now, directory } = ctx;
      const action: ActionContext = { db, principal: requirePrincipal(ctx), origin, now, directory, idempotency: null };
      try {
        await deliveryRetry(action, parsed.data.id);
      } catch (error) {
        if (error instanceof Refusal) return errorOf(error.data, ctx);
        throw error;
      }
      return { __typename: 'DeliveryRetryPayload', delivery: (await findDelivery(db, parsed.data.id))! };
    },
  }),
);
