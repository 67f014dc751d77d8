import { Link } from '@tanstack/react-router';
import { DECLINE_PRESETS } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import buttons from '../board/card-button.module.css';
import { acceptMutation, claimMutation, declineMutation } from './inbox-documents.ts';
import type { InboxEntry } from './inbox-documents.ts';
import { ApprovalAnswer } from './approval-answer.tsx';
import classes from './inbox.module.css';
import { useAnswer } from './use-answer.ts';
import { useInboxT } from './use-inbox-t.ts';

/** The answer to an entry where one press gives it: claim, accept, decline with a preset, approve or reject. Else its form is the way. */
export function InboxAnswers({ entry, onAnswered }: { entry: InboxEntry; onAnswered: () => void }) {
  const own = useInboxT();
  const { complaint, handoff } = entry;
  const claim = useAnswer(claimMutation, onAnswered);
  const accept = useAnswer(acceptMutation, onAnswered);
  const [isDeclining, setDeclining] = useState(false);
  const named = (action: string) => own('inbox.about', { action, number: complaint.number });

  if (entry.kind === 'HANDOFF_ASKED' && handoff !== null && complaint.viewerCan.answerHandoff) {
    return (
      <div className={classes.answers}>
        <button
          type="button"
          className={buttons.main}
          disabled={accept.busy}
          aria-label={named(own('inbox.accept'))}
          onClick={() => void accept.give({ input: { id: handoff.id } })}
        >
          {own('inbox.accept')}
        </button>
        <button
          type="button"
          className={buttons.quiet}
          aria-label={named(own('inbox.decline'))}
          aria-expanded={isDeclining}
          onClick={() => setDeclining(!isDeclining)}
        >
          {own('inbox.decline')}
        </button>
        {isDeclining && <Presets entry={entry} handoffId={handoff.id} onAnswered={onAnswered} />}
        {accept.problem !== null && <Notice kind="problem">{accept.problem}</Notice>}
      </div>
    );
  }
  if (toDecide(entry)) return <ApprovalAnswer entry={entry} onAnswered={onAnswered} />;
  if (!isClaimed(entry)) return null;
  return (
    <div className={classes.answers}>
      <button
        type="button"
        className={buttons.main}
        disabled={claim.busy}
        aria-label={named(own('inbox.claim'))}
        onClick={() => void claim.give({ input: { id: complaint.id } })}
      >
        {own('inbox.claim')}
      </button>
      {claim.problem !== null && <Notice kind="problem">{claim.problem}</Notice>}
    </div>
  );
}

/** Whether the entry is a step of an approval that is this member's to decide. */
export function toDecide({ kind, approval }: InboxEntry): boolean {
  return kind === 'APPROVAL_ASKED' && approval?.viewerCanDecide === true;
}

/** Whether the entry is answered by claiming its complaint. */
export function isClaimed({ kind, complaint }: InboxEntry): boolean {
  const asks = kind === 'CLAIM_WAITING' || kind.startsWith('DEADLINE_') || kind === 'ESCALATED';
  return asks && complaint.viewerCan.claim;
}

/** Why it is declined: a preset is one press, anything else is said at the card. */
function Presets({
  entry: { complaint },
  handoffId,
  onAnswered,
}: {
  entry: InboxEntry;
  handoffId: string;
  onAnswered: () => void;
}) {
  const t = useT();
  const own = useInboxT();
  const decline = useAnswer(declineMutation, onAnswered);
  return (
    <div className={classes.presets} role="group" aria-label={own('inbox.declineWhy', { number: complaint.number })}>
      {DECLINE_PRESETS.filter((preset) => preset !== 'OTHER').map((preset) => (
        <button
          key={preset}
          type="button"
          className={buttons.quiet}
          disabled={decline.busy}
          onClick={() => void decline.give({ input: { id: handoffId, preset } })}
        >
          {t(`declinePreset.${preset}`)}
        </button>
      ))}
      <Link
        to="/complaints/$number"
        params={{ number: complaint.number }}
        search={(search) => search}
        className={classes.other}
      >
        {own('inbox.declineOther')}
      </Link>
      {decline.problem !== null && <Notice kind="problem">{decline.problem}</Notice>}
    </div>
  );
}
