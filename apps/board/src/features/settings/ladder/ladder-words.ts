/** A ladder in words: one line that says who is named after how long. */
import type { MessageKey } from '../../../i18n/catalogue.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { durationText, parseDuration } from '../duration.ts';
import type { Fields } from '../policy-form.ts';
import { LADDER_PARTS } from './ladder-form.ts';
import type { LadderStep, LadderValue, StepRow } from './ladder-form.ts';

interface ToldStep {
  /** Null: what was typed can't be read. */
  minutes: number | null;
  roles: readonly string[];
  names: readonly string[];
  supervise: boolean;
  /** Names of categories; null: every complaint. */
  categories: readonly string[] | null;
}

/** 「逾期时：经办人 → 30 分钟后：值班协调员（并督办）」 */
export function sentenceOf(steps: readonly ToldStep[], t: Translate): string {
  return steps.map((step) => stepText(step, t)).join(' → ');
}

function stepText({ minutes, roles, names, supervise, categories }: ToldStep, t: Translate): string {
  const when =
    minutes === null
      ? t('settings.ladder.whenUnknown')
      : minutes === 0
        ? t('settings.ladder.atOnce')
        : t('settings.ladder.later', { time: durationText(minutes, t) });
  const who = [...roles.map((role) => t(`ladderRole.${role}` as MessageKey)), ...names];
  const named = who.length === 0 ? t('settings.ladder.nobody') : who.join(t('settings.ladder.and'));
  const only =
    categories === null ? '' : t('settings.ladder.only', { names: categories.join(t('settings.ladder.and')) });
  return `${when}${only}${t('settings.ladder.colon')}${named}${supervise ? t('settings.ladder.supervised') : ''}`;
}

/** The steps of the form, told with the names that the caller knows for categories. */
export function sentenceOfRows(rows: readonly StepRow[], nameOf: (code: string) => string, t: Translate): string {
  const told = rows.map(({ after, roles, members, supervise, categories }) => ({
    minutes: parseDuration(after),
    roles,
    names: members.map(({ name }) => name),
    supervise,
    categories: categories?.map(nameOf) ?? null,
  }));
  return sentenceOf(told, t);
}

/** A ladder by severity, as the history tells it. */
export function ladderTold(ladder: LadderValue, english: boolean, t: Translate): Fields {
  const told = ({ afterMinutes, roles, members, supervise, onlyCategories, categories }: LadderStep): ToldStep => ({
    minutes: afterMinutes,
    roles,
    names: members.map(({ name }) => name),
    supervise,
    categories:
      onlyCategories?.map((code) => {
        const found = categories?.find((category) => category.code === code);
        return (english ? found?.nameEn : found?.nameZh) ?? code;
      }) ?? null,
  });
  return Object.fromEntries(LADDER_PARTS.map((part) => [part, sentenceOf(ladder[part].map(told), t)]));
}
