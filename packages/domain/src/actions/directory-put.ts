/**
 * Puts departments, members, categories, root causes, routing rules and policies in place, by their codes: what is new is added,
 * what is known is brought to what is given, what is not named stays. Every process hears of it and reloads.
 */
import { uuidv7 } from 'uuidv7';
import { insert, set, update } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft } from '../events/types.ts';
import { POLICY_SHAPES } from '../rules/policies.ts';
import type { PolicyKind } from '../rules/policies.ts';
import { groupOf } from '../rules/root-causes.ts';
import type { Channel, Role, Severity } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import { changeSettings } from './settings-change.ts';

export interface DirectoryPutInput {
  departments?: {
    code: string;
    nameZh: string;
    nameEn: string;
    shortZh: string;
    shortEn: string;
    /** The calendar whose hours are the department's; what is not given stays, null is the company's. */
    calendarCode?: string | null;
    archived?: boolean;
  }[];
  members?: {
    email: string;
    name: string;
    /** Argon2id; hashing is the caller's, who knows where it may take its time. */
    passwordHash?: string;
    demo?: boolean;
    roles: { role: Role; departmentCode?: string }[];
  }[];
  categories?: {
    code: string;
    parentCode?: string;
    nameZh: string;
    nameEn: string;
    severity?: Severity;
    departmentCode?: string;
  }[];
  /** A cause comes after its group, which its code begins with; `archived` takes it out of use. */
  rootCauses?: { code: string; nameZh: string; nameEn: string; archived?: boolean }[];
  routingRules?: {
    nameZh: string;
    nameEn: string;
    categoryPrefix?: string;
    channel?: Channel;
    region?: string;
    product?: string;
    departmentCode: string;
  }[];
  policies?: { kind: PolicyKind; key: string; value: unknown; origin?: 'DEFAULT' | 'ADMIN' }[];
}

type What = 'DEPARTMENT' | 'MEMBER' | 'CATEGORY' | 'ROUTING_RULE' | 'POLICY' | 'ROOT_CAUSE';

/**
 * Writes everything that is given in one change and reloads this process's directory; gives the cursor, or null when
 * nothing was given. Throws on a code that nothing has, and on a policy that is not of its kind's shape.
 */
export async function directoryPut(ctx: ActionContext, input: DirectoryPutInput): Promise<string | null> {
  const put = new Put(ctx);
  put.departments(input.departments ?? []);
  put.categories(input.categories ?? []);
  put.rootCauses(input.rootCauses ?? []);
  put.members(input.members ?? []);
  put.routingRules(input.routingRules ?? []);
  put.policies(input.policies ?? []);
  if (put.rows.length === 0) return null;
  const cursor = await changeSettings(ctx, 'directoryPut', put.rows, put.events());
  await ctx.directory.reload();
  return cursor;
}

/** Collects the rows of one call; later kinds may refer to departments that the same call adds. */
class Put {
  readonly rows: RowWrite[] = [];
  private readonly ctx: ActionContext;
  private readonly at: Date;
  private readonly changed = new Map<What, string[]>();
  private readonly membersChanged: string[] = [];
  private readonly departmentIds = new Map<string, string>();

  constructor(ctx: ActionContext) {
    this.ctx = ctx;
    this.at = ctx.now();
    for (const { code, id } of ctx.directory.departments) this.departmentIds.set(code, id);
  }

  events(): EventDraft[] {
    const directory: EventDraft[] = [...this.changed].map(([what, ids]) => ({
      type: 'DirectoryChanged',
      payload: { what, ids },
    }));
    const members: EventDraft[] = this.membersChanged.map((memberId) => ({
      type: 'MemberChanged',
      payload: { memberId },
    }));
    return [...directory, ...members];
  }

  departments(given: NonNullable<DirectoryPutInput['departments']>): void {
    given.forEach(({ archived, calendarCode, ...names }, i) => {
      const known = this.ctx.directory.departmentByCode(names.code);
      const id = known?.id ?? uuidv7();
      const position = known?.position ?? this.ctx.directory.departments.length + i;
      const archivedAt = archived ? (known?.archivedAt ?? this.at) : null;
      const given = { ...names, archivedAt, ...(calendarCode !== undefined && { calendarCode }) };
      const added = { id, position, timeZone: 'Asia/Shanghai', calendarCode: null, ...given };
      this.write('DEPARTMENT', id, known === null ? insert('department', added) : set('department', known, given));
      this.departmentIds.set(names.code, id);
    });
  }

  categories(given: NonNullable<DirectoryPutInput['categories']>): void {
    given.forEach((category, i) => {
      if (category.parentCode !== undefined && !category.code.startsWith(`${category.parentCode}.`)) {
        throw new Error(`category ${category.code} must be named below its parent: ${category.parentCode}.…`);
      }
      const known = this.ctx.directory.category(category.code);
      const row = {
        code: category.code,
        parentCode: category.parentCode ?? null,
        nameZh: category.nameZh,
        nameEn: category.nameEn,
        severity: category.severity ?? null,
        departmentId: this.departmentId(category.departmentCode),
        position: known?.position ?? this.ctx.directory.categories.length + i,
        archivedAt: null,
      };
      this.write('CATEGORY', category.code, (known === null ? insert : update)('category', row));
    });
  }

  rootCauses(given: NonNullable<DirectoryPutInput['rootCauses']>): void {
    const { directory } = this.ctx;
    const last = Math.max(-1, ...directory.rootCauses.map(({ position }) => position));
    given.forEach(({ code, nameZh, nameEn, archived }, i) => {
      const known = directory.rootCause(code);
      const parentCode = groupOf(code);
      const position = known?.position ?? last + 1 + i;
      const archivedAt = archived ? (known?.archivedAt ?? this.at) : null;
      const row = { code, parentCode, nameZh, nameEn, position, archivedAt };
      this.write('ROOT_CAUSE', code, (known === null ? insert : update)('root_cause', row));
    });
  }

  members(given: NonNullable<DirectoryPutInput['members']>): void {
    for (const member of given) {
      const email = member.email.toLowerCase();
      const known = this.ctx.directory.members.find((candidate) => candidate.email === email);
      if (known !== undefined) throw new Error(`member ${email} is known already`);
      const id = uuidv7();
      this.write(
        'MEMBER',
        id,
        insert('member', {
          id,
          email,
          name: member.name,
          passwordHash: member.passwordHash ?? null,
          locale: null,
          demo: member.demo ?? false,
          createdAt: this.at,
          disabledAt: null,
          archivedAt: null,
        }),
      );
      for (const held of member.roles) {
        const departmentId = this.departmentId(held.departmentCode);
        this.rows.push(
          insert('member_role', {
            id: uuidv7(),
            memberId: id,
            role: held.role,
            departmentId,
            since: this.at,
            until: null,
          }),
        );
      }
      this.membersChanged.push(id);
    }
  }

  routingRules(given: NonNullable<DirectoryPutInput['routingRules']>): void {
    given.forEach((rule, i) => {
      const id = uuidv7();
      this.write(
        'ROUTING_RULE',
        id,
        insert('routing_rule', {
          id,
          position: this.ctx.directory.routingRules.length + i,
          nameZh: rule.nameZh,
          nameEn: rule.nameEn,
          categoryPrefix: rule.categoryPrefix ?? null,
          channel: rule.channel ?? null,
          region: rule.region ?? null,
          product: rule.product ?? null,
          departmentId: this.departmentId(rule.departmentCode)!,
          archivedAt: null,
        }),
      );
    });
  }

  /** A policy is never updated: a new version stands beside the old one, which running clocks were made by. */
  policies(given: NonNullable<DirectoryPutInput['policies']>): void {
    for (const { kind, key, value, origin } of given) {
      const known = this.ctx.directory.policy(kind, key);
      const { principal } = this.ctx;
      const id = uuidv7();
      this.write(
        'POLICY',
        id,
        insert('policy', {
          id,
          kind,
          key,
          version: (known?.version ?? 0) + 1,
          origin: origin ?? 'ADMIN',
          value: POLICY_SHAPES[kind].parse(value) as unknown as TableRows['policy']['value'],
          validFrom: this.at,
          createdById: principal.kind === 'MEMBER' ? principal.id : null,
          reason: null,
        }),
      );
    }
  }

  private departmentId(code: string | undefined): string | null {
    if (code === undefined) return null;
    const id = this.departmentIds.get(code);
    if (id === undefined) throw new Error(`no department has the code ${code}`);
    return id;
  }

  private write(what: What, id: string, row: RowWrite): void {
    this.rows.push(row);
    this.changed.set(what, [...(this.changed.get(what) ?? []), id]);
  }
}
