/** The ways out of the product: the company's mail server and the robots. */
import type { InstallationKey } from '@redress/domain/actions/installation-key';
import type { DirectoryChannel } from '@redress/domain/reads/directory';
import { NOTIFICATION_CHANNEL_KINDS } from '@redress/domain/rules/vocabulary';
import type { NotificationChannelKind } from '@redress/domain/rules/vocabulary';
import { Mailer } from './mail.ts';
import type { MailSettings } from './mail.ts';
import type { OutboundMessage } from './message.ts';
import type { DeliveryProblem } from './problem.ts';
import { callRobot } from './robot-call.ts';

export interface OutboundOptions {
  /** Null: e-mail is not offered. */
  mail: MailSettings | null;
  /** Origins of the company's own gateways to robots. */
  robotOrigins: readonly string[];
  key: InstallationKey;
  now: () => Date;
}

export type OutboundChannel = Pick<DirectoryChannel, 'kind' | 'target' | 'secret'>;

export class Outbound {
  private readonly options: OutboundOptions;
  private readonly mailer: Mailer | null;

  constructor(options: OutboundOptions) {
    this.options = options;
    this.mailer = options.mail === null ? null : new Mailer(options.mail);
  }

  /** The ways that are open to members here. */
  get kinds(): NotificationChannelKind[] {
    return NOTIFICATION_CHANNEL_KINDS.filter((kind) => kind !== 'EMAIL' || this.mailer !== null);
  }

  get robotOrigins(): readonly string[] {
    return this.options.robotOrigins;
  }

  /** A secret as it is kept in a channel's row. */
  seal(secret: string): string {
    return this.options.key.seal(secret);
  }

  /** Sends a message on a channel. Gives null when the other side took it, else why not. */
  async send(
    { kind, target, secret: sealed }: OutboundChannel,
    message: OutboundMessage,
    signal?: AbortSignal,
  ): Promise<DeliveryProblem | null> {
    if (kind === 'EMAIL') return this.mailer === null ? 'MAIL_NOT_CONFIGURED' : this.mailer.send(target, message);
    const secret = sealed === null ? null : this.options.key.unseal(sealed);
    if (sealed !== null && secret === null) return 'SECRET_UNREADABLE';
    const { robotOrigins: origins, now } = this.options;
    return callRobot({ kind, target, secret }, message, { origins, now: now(), ...(signal && { signal }) });
  }

  close(): void {
    this.mailer?.close();
  }
}
