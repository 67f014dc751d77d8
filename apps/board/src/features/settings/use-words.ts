import type { MessageKey } from '../../i18n/catalogue.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { FieldShape } from './policy-form.ts';
import type { PolicyEntry } from './settings-documents.ts';
import { useCategoryName } from './use-category-choices.ts';
import { useSettingsT } from './use-settings-t.ts';
import type { SettingsKey } from './use-settings-t.ts';

export interface Words {
  /** What a field is called: a text of this screen, or the board's own word. */
  label: (field: FieldShape) => string;
  /** What a policy is called. */
  title: (policy: Pick<PolicyEntry, 'kind' | 'key'> & Partial<Pick<PolicyEntry, 'value'>>) => string;
  /** A field's value, for history. */
  value: (field: FieldShape, value: string | boolean | undefined) => string;
}

/** The words for policies and their fields. */
export function useWords(): Words {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  return {
    label: ({ label }) => (label.startsWith('settings.') ? s(label as SettingsKey) : t(label as MessageKey)),
    title({ kind, key, value }) {
      if (kind === 'DEADLINE') return t(`deadline.${key}` as MessageKey);
      if (kind === 'LADDER') return key === 'ANY' ? s('settings.ladder.any') : t(`deadline.${key}` as MessageKey);
      if (kind === 'ROSTER') return s('settings.roster.group');
      if (kind === 'COMPENSATION') return key === 'ANY' ? s('settings.payment.any') : categoryName(key);
      if (kind === 'DUTY_TEMPLATE') return categoryName(key);
      if (kind === 'CRITERIA' || kind === 'STAGE_NAME' || kind === 'WIP_LIMIT') return t(`stage.${key}` as MessageKey);
      if (kind === 'CUSTOMER_MESSAGE') return s(`settings.told.${key}` as SettingsKey);
      if (value?.__typename === 'ContactTemplatePolicy') return (locale === 'en' ? value.nameEn : value.nameZh) || key;
      if (value?.__typename === 'CalendarPolicy') return (locale === 'en' ? value.nameEn : value.nameZh) || key;
      return key === 'COMPANY' ? s('settings.company') : key;
    },
    value({ type, group }, value) {
      if (type === 'check' && group === 'settings.triage.public')
        return s(value === true ? 'settings.triage.read' : 'settings.triage.notRead');
      if (type === 'check') return value === true ? s('settings.required') : s('settings.notRequired');
      if (value === undefined || value === '') {
        return s(group === 'settings.week' ? 'settings.closed' : 'settings.nothing');
      }
      if (type === 'lines') return String(value).replace(/\t+/g, ' ').replace(/ $/gm, '');
      if (type === 'severity') return t(`severity.${String(value)}` as MessageKey);
      if (type === 'basis') return s(`settings.payment.basis.${String(value)}` as SettingsKey);
      if (type === 'purpose') return s(`settings.words.${String(value)}` as SettingsKey);
      return type === 'runsIn' ? s(`settings.runsIn.${String(value)}` as SettingsKey) : String(value);
    },
  };
}
