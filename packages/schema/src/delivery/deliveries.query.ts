/** Looking at deliveries: everybody's for administrators, one's own for members. */
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { listDeliveries } from '@redress/domain/reads/deliveries';
import { hasRole } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { forbidden, reading, requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { MemberViewer } from '../viewer/viewer.ts';
import { DeliveryConnection } from './delivery.ts';
import { DeliveryStateEnum } from './vocabulary.ts';

builder.queryField('deliveries', (t) =>
  t.field({
    type: DeliveryConnection,
    description: 'What went out beside inboxes, the newest first. For an ADMIN; everybody else gets FORBIDDEN.',
    args: {
      ...forwardArgs('deliveries', DEFAULT_PAGE, MAX_PAGE),
      state: t.arg({ type: DeliveryStateEnum, description: 'Only those of this state; all when it is left out.' }),
    },
    complexity: pageCost(DEFAULT_PAGE),
    resolve: (_root, { state, ...page }, ctx) => {
      if (!hasRole(requirePrincipal(ctx), 'ADMIN')) throw forbidden('Deliveries are looked after by administrators.');
      return reading(listDeliveries(ctx.db, { memberId: null, state: state ?? null }, page));
    },
  }),
);

builder.objectField(MemberViewer, 'deliveries', (t) =>
  t.field({
    type: DeliveryConnection,
    description: 'What went out to them beside their inbox, the newest first. Depends on the viewer.',
    args: {
      ...forwardArgs('deliveries', DEFAULT_PAGE, MAX_PAGE),
      state: t.arg({ type: DeliveryStateEnum, description: 'Only those of this state; all when it is left out.' }),
    },
    complexity: pageCost(DEFAULT_PAGE),
    extensions: viewerDependent,
    resolve: ({ id }, { state, ...page }, ctx) =>
      reading(listDeliveries(ctx.db, { memberId: id, state: state ?? null }, page)),
  }),
);
