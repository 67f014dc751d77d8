import type { Translate } from '../../i18n/translate.ts';
import type { MoveVerdict } from './move-verdict.ts';

/** A list of requirements in words. */
export function requirementWords(missing: readonly Parameters<typeof requirementWord>[0][], t: Translate): string {
  return missing.map((requirement) => requirementWord(requirement, t)).join(t('board.listSeparator'));
}

function requirementWord(requirement: Extract<MoveVerdict, { kind: 'asks' }>['missing'][number], t: Translate): string {
  return t(`requirement.${requirement}`);
}

/** Why a column does not take a card just so; empty when it does. */
export function verdictWords(verdict: MoveVerdict, t: Translate): string {
  switch (verdict.kind) {
    case 'free':
      return '';
    case 'refused':
      return t(`refusal.${verdict.refusal}`);
    case 'asks': {
      const words = [
        ...(verdict.refusal === undefined ? [] : [t(`refusal.${verdict.refusal}`)]),
        ...(verdict.missing.length > 0
          ? [t('board.verdict.asks', { what: requirementWords(verdict.missing, t) })]
          : []),
        ...(verdict.needsReason ? [t('board.verdict.reason')] : []),
        ...(verdict.canOverride ? [t('board.verdict.override')] : []),
      ];
      return words.join(' · ');
    }
  }
}

/** What is said of a column while a card is carried over it by keys. */
export function verdictAnnouncement(verdict: MoveVerdict, t: Translate): string {
  switch (verdict.kind) {
    case 'free':
      return '';
    case 'refused':
      return t('board.carry.overRefused', { why: t(`refusal.${verdict.refusal}`) });
    case 'asks':
      if (verdict.refusal !== undefined || verdict.missing.length === 0) return t('board.carry.overReason');
      return t('board.carry.overAsks', { what: requirementWords(verdict.missing, t) });
  }
}
