import type { Translate } from '../../i18n/translate.ts';
import type { Undo } from './undo.ts';
import type { Told } from './offers.ts';
import { subjectOf } from './undo.ts';

/** What was done, by the way back from it. */
function doneWords(undo: Undo, t: Translate): string {
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
    case 'open':
    case 'busy':
      return words?.(t) ?? doneWords(undo, t);
  }
}
