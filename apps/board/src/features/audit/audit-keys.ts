/** The texts of this screen that stand for codes of the server. */
import { auditMessages } from '../../i18n/messages/audit.ts';

/** From where a change can come. */
export const VIAS = ['WEB', 'LINK', 'API', 'CLI', 'CLOCK', 'IMPORT', 'SETUP'] as const;

type AuditKey = keyof typeof auditMessages.en;

/** The key that stands for a code of the server; null for a code that came after this code. */
export function knownKey(area: 'action' | 'field' | 'subject' | 'value' | 'via', code: string): AuditKey | null {
  const key = `audit.${area}.${code}`;
  return Object.hasOwn(auditMessages.en, key) ? (key as AuditKey) : null;
}

/** The actions that have a name here, for choosing one. */
export const NAMED_ACTIONS: readonly string[] = Object.keys(auditMessages.en)
  .filter((key) => key.startsWith('audit.action.'))
  .map((key) => key.slice('audit.action.'.length));
