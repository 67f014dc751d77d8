import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import buttons from '../board/card-button.module.css';
import { approvalMutation } from './inbox-documents.ts';
import type { InboxEntry } from './inbox-documents.ts';
import classes from './inbox.module.css';
import { useAnswer } from './use-answer.ts';
import { useInboxT } from './use-inbox-t.ts';

/** A step of an approval: yes with a press, no with a reason. */
export function ApprovalAnswer({
  entry: { approval, complaint },
  onAnswered,
}: {
  entry: InboxEntry;
  onAnswered: () => void;
}) {
  const own = useInboxT();
  const { busy, problem, give } = useAnswer(approvalMutation, onAnswered);
  const [reason, setReason] = useState<string | null>(null);
  const named = (action: string) => own('inbox.about', { action, number: complaint.number });
  if (approval === null) return null;
  const { id } = approval;
  return (
    <div className={classes.answers}>
      <button
        type="button"
        className={buttons.main}
        disabled={busy}
        aria-label={named(own('inbox.approve'))}
        onClick={() => void give({ input: { id, approve: true } })}
      >
        {own('inbox.approve')}
      </button>
      <button
        type="button"
        className={buttons.quiet}
        aria-label={named(own('inbox.reject'))}
        aria-expanded={reason !== null}
        onClick={() => setReason(reason === null ? '' : null)}
      >
        {own('inbox.reject')}
      </button>
      {reason !== null && (
        <form
          className={classes.reason}
          aria-label={own('inbox.rejectWhy', { number: complaint.number })}
          onSubmit={(event) => {
            event.preventDefault();
            void give({ input: { id, approve: false, reason } });
          }}
        >
          <Textarea
            label={own('inbox.rejectReason')}
            required
            // It was just asked for.
            autoFocus
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <button type="submit" className={buttons.main} disabled={busy || reason.trim() === ''}>
            {own('inbox.rejectSend')}
          </button>
        </form>
      )}
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
    </div>
  );
}
