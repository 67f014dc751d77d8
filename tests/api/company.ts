/** A small company over a server of its own: three departments, their people, and those who stand above them. */
import type { MemberFacts, SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { ServerOptions, TestServer } from '../testkit/server.ts';
import type { Client } from '../testkit/client.ts';

const PEOPLE = {
  coordinator: { role: 'COORDINATOR', name: '周协调' },
  supervisor: { role: 'SUPERVISOR', name: '郑主管' },
  auditor: { role: 'AUDITOR', name: '冯审计' },
  admin: { role: 'ADMIN', name: '褚管理' },
  agent: { role: 'AGENT', department: 'service', name: '孙客服' },
  logistics: { role: 'DEPARTMENT_HEAD', department: 'logistics', name: '李物流' },
  deputy: { role: 'DEPUTY_HEAD', department: 'logistics', name: '陈副手' },
  driver: { role: 'AGENT', department: 'logistics', name: '王司机' },
  warehouse: { role: 'DEPARTMENT_HEAD', department: 'warehouse', name: '吴仓储' },
  packer: { role: 'AGENT', department: 'warehouse', name: '赵仓管' },
} as const satisfies Record<string, MemberFacts>;

export type Person = keyof typeof PEOPLE;

export interface Company extends TestServer {
  members: Record<Person, SeededMember>;
  /** A caller with the person's session, which is begun when it is first asked for. */
  as(person: Person): Promise<Client>;
}

/** Starts the company. `stop` it after the tests. */
export async function startCompany(options?: ServerOptions): Promise<Company> {
  const server = await startServer(options);
  await server.seed.departments('service', 'logistics', 'warehouse');
  const members = {} as Record<Person, SeededMember>;
  for (const [person, facts] of Object.entries(PEOPLE)) members[person as Person] = await server.seed.member(facts);
  const sessions = new Map<Person, Promise<Client>>();
  return {
    ...server,
    members,
    as(person) {
      const session = sessions.get(person) ?? server.signedIn(members[person]);
      sessions.set(person, session);
      return session;
    },
  };
}
