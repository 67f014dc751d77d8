/** What the screen of a member's own notification settings asks for. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const channelFields = graphql(`
  fragment ChannelFields on NotificationChannel @_unmask {
    id kind target isSigned kinds enabled
    quietTime { from to timeZone }
    lastDelivery { isTest state problem attempts createdAt runAt settledAt }
  }
`);

export const notificationsQuery = graphql(
  `
    query NotificationSettings {
      viewer {
        __typename
        ... on MemberViewer {
          notificationChannels { ...ChannelFields }
          notificationSettings {
            maxChannels
            options { kind addresses isSigned }
            companyQuietTime { from to timeZone }
          }
          deliveries(state: FAILED, first: 20) {
            nodes { id kind channel problem attempts createdAt settledAt }
          }
        }
      }
    }
  `,
  [channelFields],
);

export const channelPutMutation = graphql(`
  mutation PutNotificationChannel($input: NotificationChannelPutInput!) {
    notificationChannelPut(input: $input) {
      __typename
      ... on NotificationChannelPutPayload { channel { id } }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const channelRemoveMutation = graphql(`
  mutation RemoveNotificationChannel($input: NotificationChannelRemoveInput!) {
    notificationChannelRemove(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const channelTestMutation = graphql(`
  mutation TestNotificationChannel($input: NotificationChannelTestInput!) {
    notificationChannelTest(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const deliveryRetryMutation = graphql(`
  mutation RetryDelivery($input: DeliveryRetryInput!) {
    deliveryRetry(input: $input) { __typename ... on UserError { code message } }
  }
`);

type Member = Extract<ResultOf<typeof notificationsQuery>['viewer'], { __typename: 'MemberViewer' }>;

export type Channel = Member['notificationChannels'][number];
export type ChannelKind = Channel['kind'];
export type ChannelSettings = Member['notificationSettings'];
export type EntryKind = Channel['kinds'][number];
export type FailedDelivery = Member['deliveries']['nodes'][number];
export type LastDelivery = NonNullable<Channel['lastDelivery']>;
