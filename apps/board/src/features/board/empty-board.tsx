import { useNavigate } from '@tanstack/react-router';
import { useViewer } from '../../app/viewer.tsx';
import { useT } from '../../i18n/use-t.ts';
import { BoardMessage } from './board-message.tsx';

/** A board on which there is nothing yet, and what to do about it. */
export function EmptyBoard() {
  const t = useT();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const action = { label: t('common.register'), run: () => void navigate({ to: '/register' }) };
  return <BoardMessage {...(permissions.register && { action })}>{t('board.empty')}</BoardMessage>;
}
