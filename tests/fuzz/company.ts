/** The company of a run: three departments, their people, and what each of them may see, now and before. */
import { createLog } from '@redress/api/log';
import { CRITERIA_WITHOUT_CONTENT } from '@redress/api/replay/criteria';
import { scopeVersionOf } from '@redress/api/session/member-principal';
import { setUp, setUpContext } from '@redress/api/set-up';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { memberSetRoles } from '@redress/domain/actions/member-change';
import { parseCursor } from '@redress/domain/events/cursor';
import { scopeOf } from '@redress/domain/rules/principal';
import type { MemberPrincipal, RoleHolding, Scope } from '@redress/domain/rules/principal';
import type { Role } from '@redress/domain/rules/vocabulary';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase, inDatabase } from '@redress/prisma/scratch';
import { encodeId } from '@redress/schema/ids';
import { AROUND_THE_CLOCK } from '../testkit/around-the-clock.ts';
import { Seed } from '../testkit/seed.ts';
import type { SeededMember } from '../testkit/seed.ts';
import type { FuzzDatabase } from './database.ts';

export const DEPARTMENTS = ['service', 'logistics', 'warehouse'] as const;
export type DepartmentCode = (typeof DEPARTMENTS)[number];

export interface Post {
  role: Role;
  department?: DepartmentCode;
}

/** Who sits at the clients, one after the other. */
const POSTS: readonly Post[] = [
  { role: 'COORDINATOR' },
  { role: 'DEPARTMENT_HEAD', department: 'logistics' },
  { role: 'DEPARTMENT_HEAD', department: 'warehouse' },
  { role: 'AGENT', department: 'service' },
  { role: 'COORDINATOR' },
  { role: 'DEPUTY_HEAD', department: 'logistics' },
  { role: 'SUPERVISOR' },
  { role: 'DEPARTMENT_HEAD', department: 'service' },
  { role: 'AGENT', department: 'warehouse' },
];

export interface Colleague extends SeededMember {
  /** The id in the contract. */
  globalId: string;
  roles: RoleHolding[];
}

/** From an event's number on the member has this sight. */
interface SightSince {
  seq: number;
  version: string;
}

export class Company {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly colleagues: readonly Colleague[];
  readonly departments: ReadonlyMap<string, string>;
  /** What the versions of sights that were ever given out stand for. */
  readonly sights = new Map<string, Scope>();
  readonly #seed: Seed;
  readonly #history = new Map<string, SightSince[]>();
  readonly #drop: () => Promise<void>;

  private constructor(made: {
    db: Database;
    databaseUrl: string;
    colleagues: Colleague[];
    departments: Map<string, string>;
    seed: Seed;
    drop: () => Promise<void>;
  }) {
    this.db = made.db;
    this.databaseUrl = made.databaseUrl;
    this.colleagues = made.colleagues;
    this.departments = made.departments;
    this.#seed = made.seed;
    this.#drop = made.drop;
    for (const colleague of made.colleagues) this.#sees(colleague, 0);
  }

  static async open(server: FuzzDatabase, size: number, now: () => Date): Promise<Company> {
    const scratch = await createScratchDatabase(server.url);
    const appUrl = inDatabase(server.appUrl, new URL(scratch.url).pathname.slice(1));
    const databaseUrl = await setUp({ databaseUrl: scratch.url, appUrl, demo: false, now, log: createLog('fatal') });
    const db = createDatabase({ connectionString: databaseUrl, max: 4 });
    await directoryPut(await setUpContext(db, now), { policies: [...AROUND_THE_CLOCK, ...CRITERIA_WITHOUT_CONTENT] });
    const seed = await Seed.over(db, now, async () => undefined);
    await seed.departments(...DEPARTMENTS);
    const { rows } = await db.pool.query<{ code: string; id: string }>('SELECT "code", "id" FROM "department"');
    const departments = new Map(rows.map(({ code, id }) => [code, id]));
    const colleagues: Colleague[] = [];
    for (let n = 0; n < size; n += 1) {
      const post = POSTS[n % POSTS.length]!;
      const member = await seed.member({ ...post, name: `P${n + 1}` });
      const roles = [{ role: post.role, departmentId: departments.get(post.department ?? '') ?? null }];
      colleagues.push({ ...member, globalId: encodeId('Member', member.id), roles });
    }
    const drop = async () => {
      await db.close();
      await scratch.drop();
    };
    return new Company({ db, databaseUrl, colleagues, departments, seed, drop });
  }

  /** A complaint to begin with, made by the product itself. */
  async register(post: DepartmentCode | null): Promise<void> {
    const complaint = this.#seed.complaint();
    await (post === null ? complaint : complaint.routed(post));
  }

  /** What the member sees from now on follows from this post alone. */
  async setPost(colleague: Colleague, post: Post): Promise<void> {
    const roles = [{ role: post.role, departmentId: this.departments.get(post.department ?? '') ?? null }];
    const cursor = await memberSetRoles(this.#seed.system, colleague.id, roles);
    colleague.roles = roles;
    this.#sees(colleague, parseCursor(cursor)?.seq ?? 0);
  }

  /** The member's scope now. */
  scopeOf(colleague: Colleague): Scope {
    return scopeOf(principalOf(colleague));
  }

  /** The version of the member's sight that holds for the event of this number. */
  versionAt(memberId: string, seq: number): string | undefined {
    return this.#history.get(memberId)?.findLast((since) => since.seq <= seq)?.version;
  }

  close(): Promise<void> {
    return this.#drop();
  }

  #sees(colleague: Colleague, seq: number): void {
    const version = scopeVersionOf(principalOf(colleague));
    this.sights.set(version, this.scopeOf(colleague));
    const history = this.#history.get(colleague.globalId) ?? [];
    history.push({ seq, version });
    this.#history.set(colleague.globalId, history);
  }
}

function principalOf({ id, name, roles }: Colleague): MemberPrincipal {
  return { kind: 'MEMBER', id, name, sessionId: '', roles };
}
