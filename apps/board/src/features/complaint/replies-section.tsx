import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../i18n/use-t.ts';
import { ActionProblems } from './action-problems.tsx';
import { NoteForm } from './forms/note-form.tsx';
import { ReplyDraftForm } from './forms/reply-draft-form.tsx';
import {
  repliesHoldMutation,
  repliesQuery,
  repliesReleaseMutation,
  replyApproveMutation,
  replyRejectMutation,
} from './replies-documents.ts';
import type { Replies, Reply } from './replies-documents.ts';
import cases from './other-cases.module.css';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';
import { useStepCommands } from './use-step-commands.ts';
import type { StepCommand } from './use-step-commands.ts';

/** Whether what goes out to the customer waits for approved wording (舆情), and that wording. */
export function RepliesSection({ complaint }: { complaint: { id: string; number: string; revision: number } }) {
  const t = useT();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: repliesQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<'draft' | 'hold' | null>(null);
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  const known = data?.complaint ?? null;
  const isHeld = known !== null && known.repliesHeldAt !== null;
  const commands: StepCommand[] = [];
  if (isHeld && known.viewerCan.contact) commands.push({ words: 'replies.draft', run: () => setOpen('draft') });
  if (known?.viewerCan.holdReplies === true)
    commands.push({ words: isHeld ? 'replies.release' : 'replies.hold', run: () => setOpen('hold') });
  const opened = useStepCommands('replies.title', commands);
  if (known === null) return null;
  const { repliesHeldAt: heldAt, replies, viewerCan } = known;
  if (heldAt === null && replies.nodes.length === 0 && !viewerCan.holdReplies) return null;
  const close = () => setOpen(null);
  return (
    <section className={cases.root} aria-label={t('replies.title')}>
      <h3 className={classes.heading}>{t('replies.title')}</h3>
      {replies.nodes.length > 0 && (
        <ul className={classes.list}>
          {replies.nodes.map((reply) => (
            <ReplyLine key={reply.id} reply={reply} />
          ))}
        </ul>
      )}
      <div className={classes.steps}>
        {heldAt !== null && viewerCan.contact && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={open === 'draft'}
            onClick={() => setOpen(open === 'draft' ? null : 'draft')}
          >
            {t('replies.draft')}
          </Button>
        )}
        {viewerCan.holdReplies && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={open === 'hold'}
            onClick={() => setOpen(open === 'hold' ? null : 'hold')}
          >
            {t(heldAt === null ? 'replies.hold' : 'replies.release')}
          </Button>
        )}
      </div>
      {open === 'draft' && (
        <div ref={opened} className={classes.opened}>
          <ReplyDraftForm complaint={complaint} onDone={close} onCancel={close} />
        </div>
      )}
      {open === 'hold' && (
        <div ref={opened} className={classes.opened}>
          <HoldForm complaint={known} onDone={close} onCancel={close} />
        </div>
      )}
    </section>
  );
}

function HoldForm({ complaint, ...ends }: { complaint: Replies; onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const { id, number, repliesHeldAt } = complaint;
  const shared = { ...ends, field: 'reason', required: true, label: t('complaint.reason') } as const;
  const inputOf = (reason: string) => ({ id, reason });
  if (repliesHeldAt === null)
    return (
      <NoteForm
        {...shared}
        title={t('replies.hold')}
        submitLabel={t('replies.hold')}
        document={repliesHoldMutation}
        resultOf={(data) => data.repliesHold}
        inputOf={inputOf}
        hint={t('replies.hold.hint')}
        draftName={`${number}.replies-hold`}
      />
    );
  return (
    <NoteForm
      {...shared}
      title={t('replies.release')}
      submitLabel={t('replies.release')}
      document={repliesReleaseMutation}
      resultOf={(data) => data.repliesRelease}
      inputOf={inputOf}
      hint={t('replies.release.hint')}
      draftName={`${number}.replies-release`}
    />
  );
}

function ReplyLine({ reply }: { reply: Reply }) {
  const t = useT();
  const [rejecting, setRejecting] = useState(false);
  const approve = useAction(replyApproveMutation, (data) => data.replyApprove);
  const { id } = reply;
  const close = () => setRejecting(false);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.dim}>{reply.draftedBy?.name}</span>
        <span className={classes.state}>
          {t(`replies.state.${reply.state}`, { name: reply.decidedBy?.name ?? '' })}
        </span>
      </div>
      <div className={classes.text}>{reply.text ?? t('timeline.erased')}</div>
      {reply.reason !== null && <div className={classes.dim}>{reply.reason}</div>}
      {reply.viewerDecides && (
        <div className={classes.steps}>
          <Button size="compact-sm" loading={approve.busy} onClick={() => void approve.run({ input: { id } })}>
            {t('replies.approve')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={rejecting}
            onClick={() => setRejecting(!rejecting)}
          >
            {t('replies.reject')}
          </Button>
        </div>
      )}
      <ActionProblems action={approve} shownFields={[]} />
      {reply.viewerDecides && rejecting && (
        <NoteForm
          title={t('replies.reject')}
          submitLabel={t('replies.reject')}
          document={replyRejectMutation}
          resultOf={(data) => data.replyReject}
          field="reason"
          inputOf={(reason) => ({ id, reason })}
          label={t('complaint.reason')}
          hint={t('replies.reject.hint')}
          required
          draftName={`${id}.reject`}
          onDone={close}
          onCancel={close}
        />
      )}
    </li>
  );
}
