/** Resolutions in words: what they are, and how events tell of them. Pure, for tests. */
import { moneyText } from '@redress/domain/rules/money';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';

interface Named {
  kind: ResolutionKind;
  amount: { minor: number; currency: string } | null;
}

/** `退款 ¥200.00` */
export function resolutionName({ kind, amount }: Named, t: Translate, locale: Locale): string {
  const name = t(`resolution.kind.${kind}`);
  return amount === null ? name : `${name} ${moneyText(amount.minor, amount.currency, locale)}`;
}

const ROLES = ['SUPERVISOR', 'EXECUTIVE', 'GENERAL_MANAGER'] as const;

/** What a role of the ladder of approvals is called. */
export function approverName(role: string, t: Translate): string {
  const known = ROLES.find((one) => one === role);
  return known === undefined ? role : t(`resolution.role.${known}`);
}
