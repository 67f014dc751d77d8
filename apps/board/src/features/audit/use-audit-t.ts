import type { TranslateIn } from '../../i18n/translate.ts';
import { translatorsOf } from '../../i18n/translate.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { auditMessages } from '../../i18n/messages/audit.ts';

/** A key of this screen's texts. */
export type AuditKey = keyof typeof auditMessages.en;
export type AuditTranslate = TranslateIn<AuditKey>;

const translators = translatorsOf(auditMessages);

/** The translator of this screen's own texts, which come with its code. */
export function useAuditT(): AuditTranslate {
  return translators[useLocale()];
}

/** The key that stands for a code of the server; null for a code that came after this code. */
export function knownKey(area: 'action' | 'field' | 'subject' | 'value' | 'via', code: string): AuditKey | null {
  const key = `audit.${area}.${code}`;
  return Object.hasOwn(auditMessages.en, key) ? (key as AuditKey) : null;
}

/** The actions that have a name here, for choosing one. */
export const NAMED_ACTIONS: readonly string[] = Object.keys(auditMessages.en)
  .filter((key) => key.startsWith('audit.action.'))
  .map((key) => key.slice('audit.action.'.length));
