/**
 * Triage: what is proposed for a new complaint when its registrar leaves it open (docs/SPEC.md, TR1–TR3). A person may
 * overrule each proposal.
 */
import type { Channel, Severity } from './vocabulary.ts';

export interface TriageCategory {
  code: string;
  parentCode: string | null;
  severity: Severity | null;
  departmentId: string | null;
}

export interface TriageRule {
  id: string;
  categoryPrefix: string | null;
  channel: Channel | null;
  region: string | null;
  product: string | null;
  departmentId: string;
}

export interface TriageFacts {
  /** The category with its parents, the narrowest first; empty when none was given. */
  categories: readonly TriageCategory[];
  channel: Channel;
  region: string | null;
  /** What the complaint is about: an order, a product, a store, a person. */
  about: string | null;
}

/** The severity that the category proposes, its own before its parent's; GENERAL when it says nothing. */
export function proposeSeverity(categories: readonly TriageCategory[]): Severity {
  return categories.find((category) => category.severity !== null)?.severity ?? 'GENERAL';
}

/** Where a complaint should go, and the rule that said so; null when no rule matches: the coordination group decides. */
export interface RouteProposal {
  departmentId: string;
  /** Null when the category's own department was taken. */
  ruleId: string | null;
}

/**
 * The first rule that matches wins; a rule's empty condition matches anything. Without a rule the category's own
 * department is proposed, its own before its parent's.
 */
export function proposeRoute(facts: TriageFacts, rules: readonly TriageRule[]): RouteProposal | null {
  const rule = rules.find((candidate) => matches(candidate, facts));
  if (rule !== undefined) return { departmentId: rule.departmentId, ruleId: rule.id };
  const category = facts.categories.find((candidate) => candidate.departmentId !== null);
  return category?.departmentId ? { departmentId: category.departmentId, ruleId: null } : null;
}

function matches(rule: TriageRule, facts: TriageFacts): boolean {
  if (rule.channel !== null && rule.channel !== facts.channel) return false;
  if (rule.region !== null && !(facts.region ?? '').startsWith(rule.region)) return false;
  if (rule.product !== null && !(facts.about ?? '').includes(rule.product)) return false;
  if (rule.categoryPrefix === null) return true;
  return facts.categories.some(
    ({ code }) => code === rule.categoryPrefix || code.startsWith(`${rule.categoryPrefix}.`),
  );
}
