/**
 * Triage: what is proposed for a new complaint when its registrar leaves it open (docs/SPEC.md, TR1–TR6). A person may
 * overrule each proposal.
 */
import { z } from 'zod';
import { CHANNELS, SEVERITIES } from './vocabulary.ts';
import type { Channel, Consequence, Severity, TriageReason } from './vocabulary.ts';

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

/** The value of the policy of kind `triage`. */
export interface TriagePolicy {
  /** The least severity of a complaint that may come to this. */
  injury: Severity;
  legal: Severity;
  press: Severity;
  /** Channels that others read along, and tiers of customers: at least IMPORTANT. */
  publicChannels: Channel[];
  tiers: string[];
  /** Words of an angry text, in whatever language; it is one step graver. */
  angryWords: string[];
}

/** More words than this make no list that anybody keeps. */
const LIST = 200;
const WORD = 50;
const severity = z.enum(SEVERITIES, 'invalid');
const words = z
  .array(z.string('invalid').trim().min(1, 'required').max(WORD, 'tooLong'), 'invalid')
  .max(LIST, 'tooManyWords')
  .transform((list) => [...new Set(list)]);

export const TRIAGE_SHAPE = z.strictObject(
  {
    injury: severity,
    legal: severity,
    press: severity,
    publicChannels: z.array(z.enum(CHANNELS, 'invalid'), 'invalid').transform((list) => [...new Set(list)]),
    tiers: words,
    angryWords: words,
  },
  'invalid',
);

export const DEFAULT_TRIAGE: TriagePolicy = {
  injury: 'URGENT',
  legal: 'IMPORTANT',
  press: 'URGENT',
  publicChannels: ['SOCIAL_MEDIA'],
  tiers: ['VIP', '黑金', '钻石', 'Platinum', 'Diamond'],
  angryWords: [
    '愤怒',
    '气愤',
    '忍无可忍',
    '欺骗',
    '骗子',
    '骗人',
    '无耻',
    '垃圾',
    '恶心',
    '太过分',
    '曝光',
    '起诉',
    'furious',
    'outraged',
    'disgusting',
    'scam',
    'liars',
    'unacceptable',
    'lawyer',
  ],
};

/** What the severity of a complaint is proposed from. */
export interface GradeFacts {
  categories: readonly TriageCategory[];
  consequences: readonly Consequence[];
  channel: Channel;
  tier: string | null;
  /** The customer's words, all that there are. */
  texts: readonly (string | null)[];
}

export interface GradeProposal {
  severity: Severity;
  /** Why it is more than what the category says, or what else a supervisor should know; empty when nothing is. */
  because: TriageReason[];
}

const higher = (one: Severity, other: Severity): Severity =>
  SEVERITIES.indexOf(one) >= SEVERITIES.indexOf(other) ? one : other;

/** The category's severity, raised by what may come of it, by who reads along and who complains; anger is one step more. */
export function proposeGrade(facts: GradeFacts, policy: TriagePolicy): GradeProposal {
  const because: TriageReason[] = [];
  let proposed = proposeSeverity(facts.categories);
  const atLeast = (floor: Severity, reason: TriageReason) => {
    if (higher(proposed, floor) === proposed) return;
    proposed = floor;
    because.push(reason);
  };
  const floors = { INJURY: policy.injury, LEGAL: policy.legal, PRESS: policy.press };
  for (const consequence of facts.consequences) atLeast(floors[consequence], consequence);
  if (policy.publicChannels.includes(facts.channel)) atLeast('IMPORTANT', 'REACH');
  if (facts.tier !== null && policy.tiers.some((tier) => sameWord(tier, facts.tier!))) atLeast('IMPORTANT', 'TIER');
  if (isAngry(facts.texts, policy.angryWords)) {
    proposed = SEVERITIES[SEVERITIES.indexOf(proposed) + 1] ?? proposed;
    because.push('MOOD');
  }
  return { severity: proposed, because };
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const sameWord = (one: string, other: string) => folded(one).trim() === folded(other).trim();

/** Three exclamation marks in a row, or one of the words: a Latin one by itself, a Chinese one anywhere. */
export function isAngry(texts: readonly (string | null)[], angryWords: readonly string[]): boolean {
  const text = folded(texts.filter((one) => one !== null).join('\n'));
  if (/!{3,}/.test(text)) return true;
  const latin = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return angryWords.some((word) =>
    /\p{Script=Han}/u.test(word) ? text.includes(folded(word)) : latin.includes(` ${folded(word)} `),
  );
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
