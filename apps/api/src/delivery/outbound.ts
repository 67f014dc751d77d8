/** The ways out of the product: the company's mail server, its text gateway and the robots. */
import type { InstallationKey } from '@redress/domain/actions/installation-key';
import type { DirectoryChannel } from '@redress/domain/reads/directory';
import { NOTIFICATION_CHANNEL_KINDS } from '@redress/domain/rules/vocabulary';
import type { NotificationChannelKind } from '@redress/domain/rules/vocabulary';
import { Mailer } from './mail.ts';
import type { MailSettings } from './mail.ts';
import type { OutboundMessage } from './message.ts';
import type { DeliveryProblem } from './problem.ts';
import { callRobot } from './robot-call.ts';
import { sendSms } from './sms.ts';
import type { SmsSettings } from './sms.ts';

export interface OutboundOptions {
  /** Null: e-mail is not offered. */
  mail: MailSettings | null;
  /** Null: nobody gets text messages. */
  sms: SmsSettings | null;
  /** Origins of the company's own gateways to robots. */
  robotOrigins: readonly string[];
  key: InstallationKey;
  now: () => Date;
}

/** Where a customer may be reached. */
export interface CustomerAddress {
  email: string | null;
  phone: string | null;
}

export interface CustomerWay {
  via: 'EMAIL' | 'SMS';
  to: string;
}

/** Why there is no way to a customer. */
export type CustomerProblem = 'NO_ADDRESS' | 'MAIL_NOT_CONFIGURED' | 'SMS_NOT_CONFIGURED';

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

  /** What was sealed here; null when it was sealed elsewhere. */
  unseal(sealed: string): string | null {
    return this.options.key.unseal(sealed);
  }

  /** How customers can be reached: by e-mail where they left an address, else by text message. */
  wayTo({ email, phone }: CustomerAddress): CustomerWay | CustomerProblem {
    if (email === null && phone === null) return 'NO_ADDRESS';
    if (email !== null && this.mailer !== null) return { via: 'EMAIL', to: email };
    if (phone !== null && this.options.sms !== null) return { via: 'SMS', to: phone };
    return phone === null ? 'MAIL_NOT_CONFIGURED' : 'SMS_NOT_CONFIGURED';
  }

  /** Tells a customer. Gives null when the other side took it, else why not. */
  async tell(
    { via, to }: CustomerWay,
    message: OutboundMessage,
    signal?: AbortSignal,
  ): Promise<DeliveryProblem | null> {
    const { sms, now } = this.options;
    if (via === 'EMAIL') return this.mailer === null ? 'MAIL_NOT_CONFIGURED' : this.mailer.send(to, message);
    if (sms === null) return 'SMS_REFUSED';
    const { id, locale, text = '' } = message;
    return sendSms(sms, { id, to, locale, text }, { now: now(), ...(signal && { signal }) });
  }

  close(): void {
    this.mailer?.close();
  }
}
