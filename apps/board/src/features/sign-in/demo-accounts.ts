import type { Role } from '@redress/domain/rules/vocabulary';
import { useEffect, useState } from 'react';
import type { NamedDepartment } from '../../ui/department-name.ts';

/** Every demo account has this password; the sign-in page is the place that says so. */
export const DEMO_PASSWORD = 'demo-password';

export interface DemoAccount {
  email: string;
  name: string;
  roles: { role: Role; department: NamedDepartment | null }[];
}

export interface Demo {
  company: string;
  accounts: DemoAccount[];
}

/** The accounts of one department, or of the whole company (`department` null). */
export interface DemoGroup {
  department: NamedDepartment | null;
  accounts: { account: DemoAccount; role: Role }[];
}

/** The demo accounts, or null when this server holds no demo data (then the page has nothing to offer). */
export function useDemo(): Demo | null {
  const [demo, setDemo] = useState<Demo | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetch('/demo.json', { signal: abort.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Demo>) : null))
      .then(setDemo)
      .catch(() => setDemo(null));
    return () => abort.abort();
  }, []);
  return demo;
}

/** Whole company first, then departments in the order in which the server names them; each account once. */
export function groupAccounts(accounts: readonly DemoAccount[]): DemoGroup[] {
  const groups = new Map<string, DemoGroup>([['', { department: null, accounts: [] }]]);
  for (const account of accounts) {
    const first = account.roles[0];
    if (first === undefined) continue;
    const companyWide = account.roles.find(({ department }) => department === null);
    const { role, department } = companyWide ?? first;
    const code = department?.code ?? '';
    const group = groups.get(code) ?? { department, accounts: [] };
    group.accounts.push({ account, role });
    groups.set(code, group);
  }
  return [...groups.values()].filter((group) => group.accounts.length > 0);
}
