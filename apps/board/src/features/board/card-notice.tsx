import { useLocale, useT } from '../../i18n/use-t.ts';
import type { CardNotice as Notice } from '../../live/card-notice.ts';
import { shortDate } from '../../ui/time.ts';
import { useBoard } from './board-context.tsx';
import buttons from './card-button.module.css';
import classes from './card-notice.module.css';
import { holdMove } from './held-move.ts';
import { requirementWords } from './verdict-words.ts';

/** Why the viewer's action was not carried out, at its card: what happened, to which, and what to do. */
export function CardNotice({ notice }: { notice: Notice }) {
  const t = useT();
  const board = useBoard();
  const { action } = notice;
  const canFill = action.kind === 'move' && notice.refusal.missing.length > 0 && board.store.told(notice.cardId);
  return (
    <div className={classes.notice} role="alert">
      <div>
        {t(`board.notice.${action.kind}`, { number: notice.cardNumber, stage: t(`stage.${notice.stage}`) })}{' '}
        <Why notice={notice} />
      </div>
      <div className={classes.buttons}>
        {canFill && (
          <button
            type="button"
            className={buttons.main}
            onClick={() => holdMove(board, notice.cardId, action.toStage, action.place)}
          >
            {t('board.notice.fill')}
          </button>
        )}
        <button type="button" className={buttons.quiet} onClick={() => board.store.dismissNotice(notice.cardId)}>
          {t('board.notice.dismiss')}
        </button>
      </div>
    </div>
  );
}

function Why({ notice: { refusal } }: { notice: Notice }) {
  const t = useT();
  const locale = useLocale();
  switch (refusal.code) {
    case 'NETWORK':
      return t('board.notice.network');
    case 'SERVER':
    case 'UNAUTHENTICATED':
      return t('board.notice.server', { message: refusal.message });
    case 'STAGE_REQUIREMENTS':
      if (refusal.missing.length > 0) return t('board.notice.missing', { what: requirementWords(refusal.missing, t) });
      return refusal.refusal === null || refusal.refusal === 'WIP_LIMIT'
        ? refusal.message
        : t(`refusal.${refusal.refusal}`);
    case 'ALREADY_CLAIMED':
      if (refusal.claimedBy === null || refusal.claimedAt === null) return refusal.message;
      return t('board.notice.claimedBy', { name: refusal.claimedBy, at: shortDate(refusal.claimedAt, locale) });
    default:
      return refusal.message;
  }
}
