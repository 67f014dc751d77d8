import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { FinalAnswerGiveForm, FinalAnswerRejectForm } from './forms/final-answer-forms.tsx';
import { ActionProblems } from './action-problems.tsx';
import classes from './sections.module.css';
import { finalAnswerDecideMutation } from './survey-documents.ts';
import type { FinalAnswerItem } from './survey-documents.ts';
import { useAction } from './use-action.ts';

interface Props {
  complaint: { id: string; number: string };
  answers: readonly FinalAnswerItem[];
  /** The viewer may write one. */
  mayGive: boolean;
}

/** The company's last words to the customer, and what the viewer may do about them; nothing when there is neither. */
export function FinalAnswerList({ complaint, answers, mayGive }: Props) {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const waits = answers.some(({ state }) => state === 'REQUESTED');
  const offers = mayGive && !waits;
  if (answers.length === 0 && !offers) return null;
  const close = () => setWriting(false);
  return (
    <div>
      <h3 className={classes.heading}>{t('finalAnswer.title')}</h3>
      <ul className={classes.list}>
        {answers.map((answer) => (
          <FinalAnswerLine key={answer.id} answer={answer} />
        ))}
      </ul>
      {offers && !writing && (
        <div className={classes.steps}>
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t('finalAnswer.give')}
          </Button>
        </div>
      )}
      {offers && writing && <FinalAnswerGiveForm complaint={complaint} onDone={close} onCancel={close} />}
    </div>
  );
}

function FinalAnswerLine({ answer }: { answer: FinalAnswerItem }) {
  const t = useT();
  const [rejecting, setRejecting] = useState(false);
  const action = useAction(finalAnswerDecideMutation, (data) => data.finalAnswerDecide);
  const close = () => setRejecting(false);
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.dim}>{answer.requestedBy?.name}</span>
        <span className={classes.state}>
          {t(`finalAnswer.state.${answer.state}`, { name: answer.reviewer?.name ?? '' })}
        </span>
      </div>
      <div className={classes.text}>{answer.text ?? t('timeline.erased')}</div>
      {answer.reason !== null && <div className={classes.dim}>{answer.reason}</div>}
      {answer.viewerDecides && (
        <div className={classes.steps}>
          <Button
            size="compact-sm"
            loading={action.busy}
            onClick={() => void action.run({ input: { id: answer.id, approve: true } })}
          >
            {t('finalAnswer.approve')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={rejecting}
            onClick={() => setRejecting(!rejecting)}
          >
            {t('finalAnswer.reject')}
          </Button>
        </div>
      )}
      <ActionProblems action={action} shownFields={[]} />
      {answer.viewerDecides && rejecting && <FinalAnswerRejectForm answer={answer} onDone={close} onCancel={close} />}
    </li>
  );
}
