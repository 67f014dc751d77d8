/** `GET /demo.json`: the accounts that the sign-in page offers with one click, while the demo company is there. */
import type { Directory } from '@redress/domain/reads/directory';

export interface DemoAccounts {
  /** The demo company's name, in the caller's language. */
  company: string;
  accounts: {
    email: string;
    name: string;
    roles: { role: string; department: { code: string; nameZh: string; nameEn: string } | null }[];
  }[];
}

/** Null when no demo account can sign in: nothing then tells that there ever was a demo. */
export function demoAccounts(directory: Directory, company: string): DemoAccounts | null {
  const members = directory.members.filter(
    ({ demo, disabledAt, archivedAt }) => demo && disabledAt === null && archivedAt === null,
  );
  if (members.length === 0) return null;
  return {
    company,
    accounts: members.map(({ email, name, roles }) => ({
      email,
      name,
      roles: roles
        .filter(({ until }) => until === null)
        .map(({ role, departmentId }) => {
          const department = directory.department(departmentId);
          return {
            role,
            department: department && { code: department.code, nameZh: department.nameZh, nameEn: department.nameEn },
          };
        }),
    })),
  };
}
