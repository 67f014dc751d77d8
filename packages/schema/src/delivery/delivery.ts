/** Deliveries: what went out beside inboxes, on which way, and what became of it. They hold no content. */
import { findDelivery } from '@redress/domain/reads/deliveries';
import type { DeliveryView } from '@redress/domain/reads/deliveries';
import { hasRole } from '@redress/domain/rules/principal';
import type { Principal } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { connection } from '../connection.ts';
import { Member } from '../member/member.ts';
import { Node, nodeId } from '../node/node.ts';
import { NotificationKindEnum } from '../notification/vocabulary.ts';
import { DeliveryStateEnum, NotificationChannelKindEnum } from './vocabulary.ts';

/** Whether the principal may look at it: its member, and administrators. */
export function maySeeDelivery(principal: Principal | null, delivery: DeliveryView): boolean {
  if (principal?.kind !== 'MEMBER') return false;
  return principal.id === delivery.memberId || hasRole(principal, 'ADMIN');
}

export const Delivery = builder.objectRef<DeliveryView>('Delivery').implement({
  description: 'A notification on its way to a member, beside their inbox. For that member and administrators.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(
      nodeId('Delivery', async (id, { db, principal }) => {
        const found = await findDelivery(db, id);
        return found !== null && maySeeDelivery(principal, found) ? found : null;
      }),
    ),
    state: t.expose('state', { type: DeliveryStateEnum, description: 'What became of it.' }),
    kind: t.expose('kind', { type: NotificationKindEnum, description: 'What it tells.' }),
    channel: t.expose('channelKind', {
      type: NotificationChannelKindEnum,
      nullable: true,
      description: 'On which way it goes; null when the member removed that way meanwhile.',
    }),
    member: t.field({
      type: Member,
      description: 'To whom.',
      resolve: ({ memberId }, _args, { directory }) => directory.member(memberId)!,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was told.' }),
    runAt: t.expose('runAt', {
      type: 'DateTime',
      description: "Not before then: the end of the member's quiet hours, or the time of a retry.",
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'Why the last attempt failed, as a code: `RECIPIENT_REFUSED`, `UNREACHABLE`, `RATE_LIMITED` …; null when none did. More may be added.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was settled; null while it is queued.',
    }),
  }),
});

export const DeliveryConnection = connection('Delivery', Delivery, 'Deliveries, the newest first.');
