/** A member says how they want to be reached beside their inbox, for what, and when not (docs/SPEC.md, NX20–NX21). */
import { uuidv7 } from 'uuidv7';
import { insert, set } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { DirectoryChannel } from '../reads/directory.ts';
import { MAX_CHANNELS, normalTarget, targetIssues } from '../rules/notification-target.ts';
import type { QuietHours } from '../rules/quiet-hours.ts';
import { NOTIFICATION_KINDS } from '../rules/vocabulary.ts';
import type { NotificationChannelKind, NotificationKind } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import { changeChannel, channelsOfMember, requireChannel, requireMember } from './own-channel.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';
import type { InputIssue } from './refusal.ts';

/** The ways out of this installation, as far as it matters for what may be written down. */
export interface ChannelWays {
  /** Those that members may choose. */
  readonly kinds: readonly NotificationChannelKind[];
  /** Origins of the company's own gateways to robots. */
  readonly robotOrigins: readonly string[];
  /** A secret as it is kept. */
  seal(secret: string): string;
}

export interface ChannelPutInput {
  /** Null: a new one. */
  id: string | null;
  kind: NotificationChannelKind;
  /** Null: as it is. */
  target: string | null;
  /** Null: as it is; empty: none. */
  secret: string | null;
  kinds: readonly NotificationKind[];
  quiet: QuietHours | null;
  enabled: boolean;
}

/** Adds a channel of the member who acts, or changes one. */
export function notificationChannelPut(
  ctx: ActionContext,
  ways: ChannelWays,
  input: ChannelPutInput,
): Promise<SettingsResult> {
  const decide = async () => {
    const memberId = requireMember(ctx);
    const channels = await channelsOfMember(ctx, memberId);
    const known = input.id === null ? null : requireChannel(channels, input.id);
    if (known === null) requireRoom(channels, ways, input.kind);
    const target = normalTarget(input.kind, input.target ?? known?.target ?? '');
    const secret = input.secret === null ? (known?.secret ?? null) : sealed(ways, input.secret);
    requireReachable(ways, input, known, target);
    const chosen = {
      kinds: NOTIFICATION_KINDS.filter((kind) => input.kinds.includes(kind)),
      quiet: input.quiet && { ...input.quiet },
      enabled: input.enabled,
    };
    const row: TableRows['notification_channel'] = {
      id: known?.id ?? uuidv7(),
      memberId,
      kind: input.kind,
      target,
      secret,
      ...chosen,
      createdAt: known?.createdAt ?? ctx.now(),
    };
    // What is to stay as it is is not written: another window may just have changed it.
    const changed = { ...chosen, ...(input.target !== null && { target }), ...(input.secret !== null && { secret }) };
    return {
      channelId: row.id,
      rows: [known === null ? insert('notification_channel', row) : set('notification_channel', row, changed)],
      events: [
        { type: 'DirectoryChanged' as const, payload: { what: 'NOTIFICATION_CHANNEL' as const, ids: [row.id] } },
      ],
    };
  };
  return changeChannel(ctx, 'notificationChannelPut', decide, (constraint) =>
    constraint === 'notification_channel_memberId_kind_target_key' ? invalid('target', 'channelKnown') : null,
  );
}

function requireRoom(channels: readonly DirectoryChannel[], ways: ChannelWays, kind: NotificationChannelKind): void {
  if (!ways.kinds.includes(kind)) throw invalid('kind', 'channelNotOffered');
  if (channels.length >= MAX_CHANNELS) throw invalid('kind', 'tooManyChannels', { max: MAX_CHANNELS });
}

function requireReachable(
  { robotOrigins }: ChannelWays,
  input: ChannelPutInput,
  known: DirectoryChannel | null,
  target: string,
): void {
  const issues: InputIssue[] = targetIssues(input.kind, target, input.secret || null, robotOrigins).map(
    ({ path, ...issue }) => ({ path: [path], ...issue }),
  );
  if (known !== null && known.kind !== input.kind) issues.push({ path: ['kind'], key: 'channelKindStays' });
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
}

function sealed(ways: ChannelWays, secret: string): string | null {
  return secret === '' ? null : ways.seal(secret);
}
