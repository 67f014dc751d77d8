/** Deliveries as they are sent, and as they are looked at: what went out on which way, without a word of its content. */
import type { Database } from '@redress/prisma/client';
import type { DeliveryModel, NotificationChannelModel, NotificationModel } from '@redress/prisma/rows';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs } from './connection.ts';
import { Params } from './params.ts';

/** A delivery with what is sent, and where. */
export interface DeliveryJob {
  delivery: DeliveryModel;
  /** Null: the member has the channel tried; with a `notificationId`, the entry has gone meanwhile. */
  notification: NotificationModel | null;
  /** Null when it was removed meanwhile. */
  channel: NotificationChannelModel | null;
}

/** What last came of a channel, by a notification or by a try. */
export interface ChannelDelivery
  extends Pick<DeliveryModel, 'state' | 'problem' | 'attempts' | 'createdAt' | 'runAt' | 'settledAt'> {
  isTest: boolean;
}

export interface DeliveryView extends DeliveryModel {
  kind: NotificationModel['kind'];
  /** Null when the channel was removed. */
  channelKind: NotificationChannelModel['kind'] | null;
}

/** What a delivery job has to do; null when there is no such delivery. */
export async function findDeliveryJob(db: Database, id: string): Promise<DeliveryJob | null> {
  const { prisma } = db;
  const delivery = await prisma.delivery.findUnique({ where: { id } });
  if (delivery === null) return null;
  const { notificationId, channelId } = delivery;
  const [notification, channel] = await Promise.all([
    notificationId === null ? null : prisma.notification.findUnique({ where: { id: notificationId } }),
    prisma.notificationChannel.findUnique({ where: { id: channelId } }),
  ]);
  return { delivery, notification, channel };
}

/** The newest delivery of each channel that was wanted, by the channel's id. */
export async function loadLastDeliveries(
  db: Database,
  channelIds: readonly string[],
): Promise<Map<string, ChannelDelivery>> {
  const { rows } = await db.pool.query<ChannelDelivery & { channelId: string }>({
    name: 'delivery_last_of_channels',
    text: `SELECT c."id" AS "channelId", d.* FROM unnest($1::uuid[]) AS c("id") CROSS JOIN LATERAL (
        SELECT "state", "problem", "attempts", "createdAt", "runAt", "settledAt", "notificationId" IS NULL AS "isTest"
        FROM "delivery" WHERE "channelId" = c."id" AND "state" <> 'OBSOLETE'
        ORDER BY "createdAt" DESC LIMIT 1) AS d`,
    values: [channelIds],
  });
  return new Map(rows.map(({ channelId, ...last }) => [channelId, last]));
}

const KEY = ['moment', 'id'] as const;
const keyOf = ({ createdAt, id }: DeliveryView): KeyPart[] => [createdAt.toISOString(), id];

/** Deliveries of notifications, the newest first: those of one member, or (null) everybody's. */
export async function listDeliveries(
  db: Database,
  filter: { memberId: string | null; state: DeliveryModel['state'] | null },
  args: PageArgs,
): Promise<Page<DeliveryView>> {
  const request = parsePage('deliveries', KEY, args);
  const params = new Params();
  const conditions = ['true'];
  if (filter.memberId !== null) conditions.push(`d."memberId" = ${params.add(filter.memberId, 'uuid')}`);
  if (filter.state !== null) conditions.push(`d."state" = ${params.add(filter.state, '"DeliveryState"')}`);
  if (request.after !== null) {
    const [at, id] = request.after;
    conditions.push(`(d."createdAt", d."id") < (${params.add(at, 'timestamptz')}, ${params.add(id, 'uuid')})`);
  }
  const { rows } = await db.pool.query<DeliveryView>(
    `SELECT d.*, n."kind", c."kind" AS "channelKind" FROM "delivery" AS d
       JOIN "notification" AS n ON n."id" = d."notificationId"
       LEFT JOIN "notification_channel" AS c ON c."id" = d."channelId"
     WHERE ${conditions.join(' AND ')}
     ORDER BY d."createdAt" DESC, d."id" DESC LIMIT ${params.add(request.limit + 1, 'int')}`,
    params.values,
  );
  return toPage('deliveries', request, rows, keyOf);
}

/** One delivery of a notification as it is looked at; null when there is none. */
export async function findDelivery(db: Database, id: string): Promise<DeliveryView | null> {
  const { rows } = await db.pool.query<DeliveryView>(
    `SELECT d.*, n."kind", c."kind" AS "channelKind" FROM "delivery" AS d
       JOIN "notification" AS n ON n."id" = d."notificationId"
       LEFT JOIN "notification_channel" AS c ON c."id" = d."channelId"
     WHERE d."id" = $1`,
    [id],
  );
  return rows[0] ?? null;
}
