import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { shortDate } from '../../ui/time.ts';
import { ActionProblems } from './action-problems.tsx';
import { AgencyAnswerForm } from './forms/agency-answer-form.tsx';
import { NoteForm } from './forms/note-form.tsx';
import { regulatorAnswerReviewMutation, regulatorAnswerSentMutation } from './regulator-documents.ts';
import type { AgencyAnswer } from './regulator-documents.ts';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';

/** The written answers to the agency, and what the viewer may do about each. */
export function AgencyAnswers({
  complaint,
  answers,
  mayWrite,
}: {
  complaint: { id: string; number: string };
  answers: readonly AgencyAnswer[];
  mayWrite: boolean;
}) {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const close = () => setWriting(false);
  return (
    <>
      {answers.length > 0 && (
        <ul className={classes.list} aria-label={t('regulator.answers')}>
          {answers.map((answer) => (
            <AnswerLine key={answer.id} answer={answer} maySend={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && !writing && (
        <div className={classes.steps}>
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t(answers.length === 0 ? 'regulator.write' : 'regulator.writeAnew')}
          </Button>
        </div>
      )}
      {mayWrite && writing && (
        <div className={classes.opened}>
          <AgencyAnswerForm complaint={complaint} onDone={close} onCancel={close} />
        </div>
      )}
    </>
  );
}

function AnswerLine({ answer, maySend }: { answer: AgencyAnswer; maySend: boolean }) {
  const t = useT();
  const locale = useLocale();
  const [returning, setReturning] = useState(false);
  const review = useAction(regulatorAnswerReviewMutation, (data) => data.regulatorAnswerReview);
  const sending = useAction(regulatorAnswerSentMutation, (data) => data.regulatorAnswerSent);
  const { id, state, sentAt } = answer;
  const at = sentAt === null ? '' : shortDate(sentAt, locale);
  const close = () => setReturning(false);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.dim}>{answer.writtenBy?.name}</span>
        <span className={classes.state}>
          {t(`regulator.answer.${state}`, { name: answer.reviewedBy?.name ?? '', at })}
        </span>
      </div>
      <div className={classes.text}>{answer.text ?? t('timeline.erased')}</div>
      {answer.reason !== null && <div className={classes.dim}>{answer.reason}</div>}
      {answer.viewerReviews && (
        <div className={classes.steps}>
          <Button
            size="compact-sm"
            loading={review.busy}
            onClick={() => void review.run({ input: { id, approve: true } })}
          >
            {t('regulator.approve')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={returning}
            onClick={() => setReturning(!returning)}
          >
            {t('regulator.return')}
          </Button>
        </div>
      )}
      {state === 'APPROVED' && maySend && (
        <div className={classes.steps}>
          <Button size="compact-sm" loading={sending.busy} onClick={() => void sending.run({ input: { id } })}>
            {t('regulator.sent')}
          </Button>
        </div>
      )}
      <ActionProblems action={review} shownFields={[]} />
      <ActionProblems action={sending} shownFields={[]} />
      {answer.viewerReviews && returning && (
        <NoteForm
          title={t('regulator.return.title')}
          submitLabel={t('regulator.return')}
          document={regulatorAnswerReviewMutation}
          resultOf={(data) => data.regulatorAnswerReview}
          field="reason"
          inputOf={(reason) => ({ id, approve: false, reason })}
          label={t('complaint.reason')}
          hint={t('regulator.return.hint')}
          required
          draftName={`${id}.return`}
          onDone={close}
          onCancel={close}
        />
      )}
    </li>
  );
}
