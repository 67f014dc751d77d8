/**
 * What a test begins with, made through the product's own actions: so no test stands on a state that the product could
 * not have reached.
 */
import { randomUUID } from 'node:crypto';
import { hashPassword } from '@redress/api/session/password';
import { memberPrincipal } from '@redress/api/session/member-principal';
import { attachmentAdd } from '@redress/domain/actions/attachment-add';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Upload } from '@redress/domain/actions/uploads';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { memberDisable, memberSetRoles } from '@redress/domain/actions/member-change';
import { tokenCreate, tokenRevoke } from '@redress/domain/actions/token-change';
import { Directory } from '@redress/domain/reads/directory';
import { changeSettings } from '@redress/domain/actions/settings-change';
import { insert } from '@redress/domain/events/change';
import { NOTIFICATION_KINDS } from '@redress/domain/rules/vocabulary';
import type { NotificationChannelKind, Role, TokenScope } from '@redress/domain/rules/vocabulary';
import type { QuietHours } from '@redress/domain/rules/quiet-hours';
import type { Database } from '@redress/prisma/client';
import { uuidv7 } from 'uuidv7';
import { ComplaintSeed } from './complaint-seed.ts';
import type { ComplaintFacts } from './complaint-seed.ts';

export interface SeededMember {
  id: string;
  email: string;
  password: string;
  name: string;
}

export interface ChannelFacts {
  kind: NotificationChannelKind;
  target: string;
  /** Sealed. */
  secret?: string;
  quiet?: QuietHours;
}

export interface MemberFacts {
  role: Role;
  /** The department's code; absent for roles of the whole company. */
  department?: string;
  email?: string;
  name?: string;
}

const PASSWORD = 'a password of a test';
let passwordHash: Promise<string> | undefined;

export class Seed {
  readonly db: Database;
  private readonly directory: Directory;
  private readonly now: () => Date;
  private readonly settled: () => Promise<void>;
  private count = 0;

  private constructor(db: Database, directory: Directory, now: () => Date, settled: () => Promise<void>) {
    this.db = db;
    this.directory = directory;
    this.now = now;
    this.settled = settled;
  }

  static async over(db: Database, now: () => Date, settled: () => Promise<void>): Promise<Seed> {
    return new Seed(db, await Directory.load(db), now, settled);
  }

  /** What an action is given when the product itself acts. */
  get system(): ActionContext {
    return {
      db: this.db,
      principal: { kind: 'SYSTEM', name: 'setup' },
      origin: { via: 'setup', address: null, userAgent: null, requestId: null },
      now: this.now,
      directory: this.directory,
      idempotency: null,
    };
  }

  /** What an action is given when a member acts. */
  as(member: SeededMember): ActionContext {
    const principal = memberPrincipal(this.directory, member.id, 'seed', this.now());
    if (principal === null) throw new Error(`${member.email} can't act`);
    return { ...this.system, principal };
  }

  /** Departments by their codes, each with a category `CODE.any` that is routed to it. */
  async departments(...codes: string[]): Promise<void> {
    await directoryPut(this.system, {
      departments: codes.map((code) => ({
        code,
        nameZh: `${code}部`,
        nameEn: code,
        shortZh: code.slice(0, 2),
        shortEn: code,
      })),
      categories: codes.flatMap((code) => [
        { code, nameZh: code, nameEn: code },
        { code: `${code}.any`, parentCode: code, nameZh: code, nameEn: code, departmentCode: code },
      ]),
    });
    await this.settled();
  }

  /** The row's id of a file of the complaint. Its bytes are nowhere: for what refers to files, not for reading them. */
  async attachment(complaintId: string, name = '现场.jpg', ctx: ActionContext = this.system): Promise<string> {
    const [id, bytes, at] = [uuidv7(), 1_000, this.now()];
    const upload: Upload = {
      id,
      complaintId,
      name,
      note: null,
      bytes,
      purpose: 'EVIDENCE',
      principalKind: ctx.principal.kind,
      principalId: null,
      createdAt: at,
      expiresAt: at,
      startedAt: at,
    };
    const facts = { sha256: '0'.repeat(64), width: 1, height: 1, hasThumbnail: false };
    const result = await attachmentAdd(ctx, upload, { name, mediaType: 'image/jpeg', bytes, ...facts });
    if (!result.ok) throw new Error(`seeding a file: ${JSON.stringify(result.refusal)}`);
    await this.settled();
    return id;
  }

  async member({ role, department, ...facts }: MemberFacts): Promise<SeededMember> {
    const number = ++this.count;
    const email = facts.email ?? `member${number}@example.com`;
    const name = facts.name ?? `成员${number}`;
    passwordHash ??= hashPassword(PASSWORD);
    const roles = [{ role, ...(department !== undefined && { departmentCode: department }) }];
    await directoryPut(this.system, { members: [{ email, name, roles, passwordHash: await passwordHash }] });
    await this.settled();
    const { id } = this.directory.members.find((member) => member.email === email)!;
    return { id, email, password: PASSWORD, name };
  }

  /** Replaces what the member is. */
  async setRoles(member: SeededMember, roles: { role: Role; department?: string }[]): Promise<void> {
    const held = roles.map(({ role, department }) => ({ role, departmentId: this.departmentId(department) }));
    await memberSetRoles(this.system, member.id, held);
    await this.settled();
  }

  async disable(member: SeededMember): Promise<void> {
    await memberDisable(this.system, member.id);
    await this.settled();
  }

  /** A way on which the member is told of everything; its id. */
  async channel(member: SeededMember, { secret, quiet, ...facts }: ChannelFacts): Promise<string> {
    const id = randomUUID();
    const kinds = [...NOTIFICATION_KINDS];
    const rest = { secret: secret ?? null, quiet: quiet ? { ...quiet } : null, kinds, enabled: true };
    await changeSettings(
      this.system,
      'notificationChannelPut',
      [insert('notification_channel', { id, memberId: member.id, ...facts, ...rest, createdAt: this.now() })],
      [{ type: 'DirectoryChanged', payload: { what: 'NOTIFICATION_CHANNEL', ids: [id] } }],
    );
    await this.directory.reload();
    await this.settled();
    return id;
  }

  /** A bearer token of this name. */
  async token(name: string, scopes: TokenScope[], expiresAt: Date | null = null): Promise<string> {
    const { token } = await tokenCreate(this.system, { name, scopes, expiresAt });
    return token;
  }

  async revokeToken(name: string): Promise<void> {
    await tokenRevoke(this.system, name);
    await this.settled();
  }

  /** A complaint; what happened to it since is said in a chain: `await seed.complaint().routed('logistics').claimed()`. */
  complaint(facts: ComplaintFacts = {}): ComplaintSeed {
    return new ComplaintSeed(this.system, facts, ++this.count, this.settled);
  }

  private departmentId(code: string | undefined): string | null {
    return code === undefined ? null : (this.directory.departmentByCode(code)?.id ?? null);
  }
}
