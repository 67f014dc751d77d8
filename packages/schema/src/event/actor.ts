/** Who did something. */
import type { StoredEvent } from '@redress/domain/events/types';
import type { DirectoryMember } from '@redress/domain/reads/directory';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { Integration } from '../integration/integration.ts';
import type { IntegrationSource } from '../integration/integration.ts';
import { Member } from '../member/member.ts';

interface CustomerActorSource {
  label: string;
}

const CustomerActor = builder.objectRef<CustomerActorSource>('CustomerActor').implement({
  description: 'The customer of the complaint.',
  fields: (t) => ({
    label: t.exposeString('label', { description: "What to call them, in the caller's language; never a name." }),
  }),
});

type ActorSource = DirectoryMember | IntegrationSource | CustomerActorSource;

export const Actor = builder.unionType('Actor', {
  description: 'Who did something: a member, another system, or the customer.',
  types: [Member, Integration, CustomerActor],
  resolveType: (actor) => ('email' in actor ? 'Member' : 'label' in actor ? 'CustomerActor' : 'Integration'),
});

/** The actor of an event, or of an entry of the audit trail; null for the system. */
export function actorOf(
  event: Pick<StoredEvent, 'actorKind' | 'actorId'>,
  _args: object,
  ctx: SchemaContext,
): ActorSource | null | Promise<ActorSource> {
  switch (event.actorKind) {
    case 'MEMBER':
      return ctx.directory.member(event.actorId);
    case 'INTEGRATION':
      return ctx.loaders.integrationName.load(event.actorId!).then((name) => ({ id: event.actorId!, name }));
    case 'CUSTOMER':
      return { label: ctx.locale === 'en' ? 'Customer' : '客户' };
    case 'SYSTEM':
      return null;
  }
}

/** What the actor is called; null for the system. */
export async function actorName(
  event: Pick<StoredEvent, 'actorKind' | 'actorId'>,
  ctx: SchemaContext,
): Promise<string | null> {
  const actor = await actorOf(event, {}, ctx);
  if (actor === null) return null;
  return 'label' in actor ? actor.label : actor.name;
}
