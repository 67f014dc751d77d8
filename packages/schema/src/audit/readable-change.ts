/** A change in words that an auditor reads: ids become names where a name is known, everything else is written out. */
import type { Directory } from '@redress/domain/reads/directory';
import type { AuditChangeView } from '@redress/domain/reads/audit-view';
import type { Locale } from '../context.ts';
import { localName } from '../local-name.ts';

/** What names are known, and in which language they are read. */
export interface Names {
  directory: Directory;
  locale: Locale;
}

/** A value as text; null for none. Times are in UTC, as RFC 3339 writes them. */
export function readableValue(field: string, value: unknown, names: Names): string | null {
  const { directory, locale } = names;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return readableList(field, value, names);
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value as number);
  if (/departmentId$/i.test(field) || field === 'overturnedToId') {
    const department = directory.department(value);
    return department === null ? value : localName(locale, department);
  }
  if (MEMBER_FIELD.test(field)) return directory.member(value)?.name ?? value;
  switch (field) {
    case 'categoryCode':
    case 'parentCode': {
      const category = directory.category(value);
      return category === null ? value : localName(locale, category);
    }
    case 'granteeId': {
      const department = directory.department(value);
      return department === null ? (directory.member(value)?.name ?? value) : localName(locale, department);
    }
    case 'routingRuleId': {
      const rule = directory.routingRule(value);
      return rule === null ? value : localName(locale, rule);
    }
    case 'policyId':
    case 'calendarId':
      return policyName(value, directory) ?? value;
    default:
      return value;
  }
}

const MEMBER_FIELD =
  /(^|\.)(member|assignee|processOwner|registrar|supervisor|owner)Id$|ById$|(memberI|escalatedToI)ds$/;

/** Lists of names and codes one after another; a list of anything else as JSON has it. */
function readableList(field: string, values: readonly unknown[], names: Names): string | null {
  if (values.length === 0) return null;
  if (!values.every((value) => typeof value === 'string')) return JSON.stringify(values);
  return values.map((value) => readableValue(field, value, names)).join(names.locale === 'en' ? ', ' : '、');
}

/** What the row of a change is called; null when it has no name of its own. */
export function subjectName({ table, key }: AuditChangeView, { directory, locale }: Names): string | null {
  if (key === null) return null;
  switch (table) {
    case 'department': {
      const department = directory.department(key);
      return department && localName(locale, department);
    }
    case 'category': {
      const category = directory.category(key);
      return category && localName(locale, category);
    }
    case 'routing_rule': {
      const rule = directory.routingRule(key);
      return rule && localName(locale, rule);
    }
    case 'member':
      return directory.member(key)?.name ?? null;
    case 'member_role': {
      const holder = directory.members.find((member) => member.roles.some((held) => held.id === key));
      const role = holder?.roles.find((held) => held.id === key)?.role;
      return holder === undefined ? null : `${holder.name} · ${role}`;
    }
    case 'policy':
      return policyName(key, directory);
    default:
      return null;
  }
}

function policyName(id: string, directory: Directory): string | null {
  const policy = directory.policyById(id);
  return policy === null ? null : `${policy.kind} ${policy.key} v${policy.version}`;
}
