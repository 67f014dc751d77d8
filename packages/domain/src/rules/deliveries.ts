/** Which notifications go out beside the inbox, on which way, and not before when (docs/SPEC.md, NX3–NX4). */
import { afterQuietHours } from './quiet-hours.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { NotificationKind, Severity } from './vocabulary.ts';

/** A way on which a member is reached, as far as it decides what is sent on it. */
export interface ChannelFacts {
  id: string;
  kinds: readonly NotificationKind[];
  quiet: QuietHours | null;
  enabled: boolean;
}

export interface PlannedDelivery {
  notificationId: string;
  channelId: string;
  memberId: string;
  runAt: Date;
}

/**
 * The deliveries of these notifications: one for each enabled channel that the member chose for the kind. During quiet
 * hours they wait for their end; what is URGENT goes out at any hour.
 */
export function deliveriesOf(
  notifications: readonly { id: string; memberId: string; kind: NotificationKind }[],
  channelsOf: (memberId: string) => readonly ChannelFacts[],
  severity: Severity,
  at: Date,
): PlannedDelivery[] {
  return notifications.flatMap(({ id: notificationId, memberId, kind }) =>
    channelsOf(memberId)
      .filter((channel) => channel.enabled && channel.kinds.includes(kind))
      .map((channel) => ({
        notificationId,
        channelId: channel.id,
        memberId,
        runAt: severity === 'URGENT' ? at : afterQuietHours(channel.quiet, at),
      })),
  );
}
