/** What the company settled about resolutions: the standard of a category, and who approves what. */
import { ANY_STANDARD, compare } from '../rules/compensation.ts';
import type { Comparison, CompensationPolicy, Proposed } from '../rules/compensation.ts';
import { DEFAULT_APPROVAL, approvalRoles } from '../rules/approval.ts';
import type { ApprovalPolicy, ApprovalRole } from '../rules/approval.ts';
import type { Directory } from './directory.ts';
import { hasOwn, policyValue } from './policy-values.ts';

/** The standard of a category: its own, else its parent's, else the company's; null when there is none. */
export function standardOf(directory: Directory, categoryCode: string | null): CompensationPolicy | null {
  let code = categoryCode;
  while (code !== null && !hasOwn(directory, 'compensation', code)) {
    code = directory.category(code)?.parentCode ?? null;
  }
  const key = code ?? ANY_STANDARD;
  return hasOwn(directory, 'compensation', key) ? policyValue(directory, 'compensation', key) : null;
}

/** Who approves what. */
export function approvalPolicy(directory: Directory): ApprovalPolicy {
  return policyValue(directory, 'approval', 'COMPANY') ?? DEFAULT_APPROVAL;
}

/** What the company's policies say of a proposal. */
export interface Assessment extends Comparison {
  /** Whose approval it takes, in this order. */
  roles: ApprovalRole[];
  currency: string;
}

/** Assesses a proposal; `ORDER_NEEDED` when its standard is a share of an order whose price nobody gave. */
export function assess(
  directory: Directory,
  categoryCode: string | null,
  proposed: Proposed,
): Assessment | 'ORDER_NEEDED' {
  const compared = compare(standardOf(directory, categoryCode), proposed);
  if (compared === 'ORDER_NEEDED') return compared;
  const policy = approvalPolicy(directory);
  const { kind, amountMinor } = proposed;
  const roles = approvalRoles(policy, { kind, amountMinor, deviates: compared.deviates });
  return { ...compared, roles, currency: policy.currency };
}
