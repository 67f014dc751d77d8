import type { Translate } from '../../i18n/translate.ts';
import type { OneTakenBack, Stayed, TakenBack, Told } from './offers.ts';
import type { Undo, UndoOne } from './undo.ts';
import { subjectOf } from './undo.ts';

/** What was done, by the way back from it. */
function doneWords(undo: Undo, t: Translate): string {
  if (undo.kind === 'many') {
    const n = undo.each.length;
    return undo.each[0]?.kind === 'assign' ? t('undo.manyAssigned', { n }) : t('undo.manyHandedOver', { n });
  }
  if (!('number' in undo)) {
    const { name } = undo;
    switch (undo.kind) {
      case 'restoreItem':
        return t('undo.itemDropped', { name });
      case 'restoreTopic':
        return t('undo.topicRemoved', { name });
      case 'removeView':
        return t('undo.viewSaved', { name });
      case 'restoreView':
        return t('undo.viewRemoved', { name });
      case 'beginWith':
        return t('undo.viewFirst', { name });
    }
  }
  const { number } = undo;
  switch (undo.kind) {
    case 'move':
      return undo.toStage === undo.stage
        ? t('undo.placed', { number })
        : t('undo.moved', { number, stage: t(`stage.${undo.stage}`) });
    case 'assign':
      return t('undo.assigned', { number });
    case 'grade':
      return t('undo.graded', { number });
    case 'facts':
      return t('undo.facts', { number });
    case 'withdrawHandoff':
      return t('undo.handedOver', { number });
    case 'resume':
      return t('undo.held', { number });
    case 'withdrawHold':
      return t('undo.holdAsked', { number });
    case 'endSupervision':
      return t('undo.supervised', { number });
    case 'waiveDuty':
      return t('undo.dutyGiven', { number });
    case 'leaveGroup':
      return t('undo.joined', { number, n: undo.childIds.length });
    case 'joinGroup':
      return t('undo.left', { number, n: undo.childIds.length });
  }
}

/** What there is to say of what was done last. */
export function toldWords({ words, undo, state }: Told, t: Translate): string {
  if (undo === null) return words?.(t) ?? '';
  if (state.kind === 'open' || state.kind === 'busy') return words?.(t) ?? doneWords(undo, t);
  if (state.kind === 'many') return manyWords(state, t);
  return undo.kind === 'many' ? '' : cameWords(undo, state, t);
}

function cameWords(undo: UndoOne, state: OneTakenBack, t: Translate): string {
  const subject = subjectOf(undo);
  switch (state.kind) {
    case 'undone':
      return t('undo.undone', { subject });
    case 'changed':
      return t('undo.tooLate', { subject });
    case 'refused':
      return t('undo.refused', { subject, why: state.message });
    case 'unheard':
      return t('undo.unheard', { subject });
  }
}

/** Why one of many stayed as it was; it stands at its card. */
export function stayedWords({ why }: Stayed, t: Translate): string {
  switch (why.kind) {
    case 'changed':
      return t('undo.stayedChanged');
    case 'refused':
      return t('undo.stayedRefused', { why: why.message });
    case 'unheard':
      return t('undo.stayedUnheard');
  }
}

/** So many are named; the rest is counted. */
const NAMED = 5;

/** How many went back, and below it a line for each reason for which others stayed. */
function manyWords({ done, stayed }: Extract<TakenBack, { kind: 'many' }>, t: Translate): string {
  const byWhy = new Map<string, string[]>();
  for (const one of stayed) {
    const why = stayedWords(one, t);
    byWhy.set(why, [...(byWhy.get(why) ?? []), one.undo.number]);
  }
  const lines = [...byWhy].map(([why, those]) => {
    const named = those.slice(0, NAMED);
    const numbers = named.join(t('common.comma'));
    const more = those.length - named.length;
    return t('undo.manyStayed', { numbers: more === 0 ? numbers : t('undo.andMore', { numbers, n: more }), why });
  });
  return [t('undo.manyUndone', { n: done }), ...lines].join('\n');
}
