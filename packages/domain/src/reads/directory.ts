/**
 * The small tables that everything refers to — departments, members and how they are reached, categories, routing rules,
 * policies — held in the process. They change rarely; the event feed reloads them before it handles the number that changed them, so no
 * process acts on an old directory (architecture.md, "Who sees what").
 */
import type { Database } from '@redress/prisma/client';
import type {
  CategoryModel as Category,
  DepartmentModel as Department,
  MemberModel as Member,
  MemberRoleModel as MemberRole,
  NotificationChannelModel as NotificationChannel,
  PolicyModel as Policy,
  RootCauseModel as RootCause,
  RoutingRuleModel as RoutingRule,
} from '@redress/prisma/rows';
import type { StoredEvent } from '../events/types.ts';
import type { QuietHours } from '../rules/quiet-hours.ts';

export type { Category, Department, Policy, RootCause, RoutingRule };
/** A way on which a member is reached; its quiet hours had their shape when they were written. */
export type DirectoryChannel = Omit<NotificationChannel, 'quiet'> & { quiet: QuietHours | null };
export type DirectoryMember = Omit<Member, 'passwordHash'> & { roles: MemberRole[] };

/** Whether the event tells of something that is held in the directory. Saved views are read when they are asked for. */
export function isOfDirectory(event: StoredEvent): boolean {
  return event.type === 'MemberChanged' || (event.type === 'DirectoryChanged' && event.payload.what !== 'SAVED_VIEW');
}

export class Directory {
  private readonly db: Database;
  private rows: Rows = empty();
  /** Rises with every reading: what was made from an older one may be out of date. */
  generation = 0;

  private constructor(db: Database) {
    this.db = db;
  }

  /** Loads the directory; throws when the database can't be reached. */
  static async load(db: Database): Promise<Directory> {
    const directory = new Directory(db);
    await directory.reload();
    return directory;
  }

  /** Reads everything again and swaps it in at once: readers never see half of it. */
  async reload(): Promise<void> {
    const { prisma } = this.db;
    const [departments, members, categories, rules, policies, channels, causes] = await Promise.all([
      prisma.department.findMany({ orderBy: { position: 'asc' } }),
      prisma.member.findMany({
        omit: { passwordHash: true },
        include: { roles: { orderBy: [{ since: 'asc' }, { id: 'asc' }] } },
        // Many come at one time; their ids are in the order in which they were written.
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
      prisma.category.findMany({ orderBy: { position: 'asc' } }),
      prisma.routingRule.findMany({ where: { archivedAt: null }, orderBy: { position: 'asc' } }),
      prisma.policy.findMany({ orderBy: { version: 'asc' } }),
      prisma.notificationChannel.findMany({ orderBy: { id: 'asc' } }),
      prisma.rootCause.findMany({ orderBy: { position: 'asc' } }),
    ]);
    this.generation += 1;
    this.rows = {
      departments,
      departmentById: new Map(departments.map((row) => [row.id, row])),
      departmentByCode: new Map(departments.map((row) => [row.code, row])),
      members,
      memberById: new Map(members.map((row) => [row.id, row])),
      categories,
      categoryByCode: new Map(categories.map((row) => [row.code, row])),
      causes,
      causeByCode: new Map(causes.map((row) => [row.code, row])),
      rules,
      ruleById: new Map(rules.map((row) => [row.id, row])),
      policies: new Map(policies.map((row) => [`${row.kind}/${row.key}`, row])),
      policyById: new Map(policies.map((row) => [row.id, row])),
      channelsByMember: byMember(channels as DirectoryChannel[]),
    };
  }

  /** In board order, archived ones included. */
  get departments(): readonly Department[] {
    return this.rows.departments;
  }
  department(id: string | null): Department | null {
    return id === null ? null : (this.rows.departmentById.get(id) ?? null);
  }
  departmentByCode(code: string): Department | null {
    return this.rows.departmentByCode.get(code) ?? null;
  }
  get members(): readonly DirectoryMember[] {
    return this.rows.members;
  }
  member(id: string | null): DirectoryMember | null {
    return id === null ? null : (this.rows.memberById.get(id) ?? null);
  }
  get categories(): readonly Category[] {
    return this.rows.categories;
  }
  category(code: string | null): Category | null {
    return code === null ? null : (this.rows.categoryByCode.get(code) ?? null);
  }
  /** The tree of root causes in its order, archived ones included. */
  get rootCauses(): readonly RootCause[] {
    return this.rows.causes;
  }
  rootCause(code: string | null): RootCause | null {
    return code === null ? null : (this.rows.causeByCode.get(code) ?? null);
  }
  /** Routing rules in the order in which they are tried. */
  get routingRules(): readonly RoutingRule[] {
    return this.rows.rules;
  }
  routingRule(id: string | null): RoutingRule | null {
    return id === null ? null : (this.rows.ruleById.get(id) ?? null);
  }
  /** The newest version of a policy, or null when there is none of this name. */
  policy(kind: string, key: string): Policy | null {
    return this.rows.policies.get(`${kind}/${key}`) ?? null;
  }
  /** The newest versions of a kind, by key. */
  policiesOf(kind: string): Policy[] {
    const found = [...this.rows.policies.values()].filter((row) => row.kind === kind);
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  /** All versions of a policy, the newest first. */
  policyVersions(kind: string, key: string): Policy[] {
    const found = [...this.rows.policyById.values()].filter((row) => row.kind === kind && row.key === key);
    return found.sort((a, b) => b.version - a.version);
  }
  /** How the member is reached beside their inbox, in the order in which they said so. */
  channelsOf(memberId: string): readonly DirectoryChannel[] {
    return this.rows.channelsByMember.get(memberId) ?? [];
  }
  /** The version of a policy that a clock was made by. */
  policyById(id: string): Policy | null {
    return this.rows.policyById.get(id) ?? null;
  }
}

interface Rows {
  departments: Department[];
  departmentById: Map<string, Department>;
  departmentByCode: Map<string, Department>;
  members: DirectoryMember[];
  memberById: Map<string, DirectoryMember>;
  categories: Category[];
  categoryByCode: Map<string, Category>;
  causes: RootCause[];
  causeByCode: Map<string, RootCause>;
  rules: RoutingRule[];
  ruleById: Map<string, RoutingRule>;
  policies: Map<string, Policy>;
  policyById: Map<string, Policy>;
  channelsByMember: Map<string, DirectoryChannel[]>;
}

function byMember(channels: readonly DirectoryChannel[]): Map<string, DirectoryChannel[]> {
  const grouped = new Map<string, DirectoryChannel[]>();
  for (const channel of channels) grouped.set(channel.memberId, [...(grouped.get(channel.memberId) ?? []), channel]);
  return grouped;
}

function empty(): Rows {
  return {
    departments: [],
    departmentById: new Map(),
    departmentByCode: new Map(),
    members: [],
    memberById: new Map(),
    categories: [],
    categoryByCode: new Map(),
    causes: [],
    causeByCode: new Map(),
    rules: [],
    ruleById: new Map(),
    policies: new Map(),
    policyById: new Map(),
    channelsByMember: new Map(),
  };
}
