import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { shortDate } from '../../../ui/time.ts';
import { FinalAnswerList } from '../final-answer-list.tsx';
import classes from '../sections.module.css';
import { surveyQuery } from '../survey-documents.ts';
import { SurveyNoAnswerForm, SurveyRecordForm } from './survey-forms.tsx';

/**
 * The customer's verdict, as far as it is still to come: by a call, or by waiting for their page. Whoever handled the
 * case is told that somebody else calls.
 */
export function SurveyInput({
  complaint,
  onDone,
}: {
  complaint: { id: string; number: string; revision: number };
  onDone: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: surveyQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [missed, setMissed] = useState(false);
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  const known = data?.complaint ?? null;
  if (known === null) return null;
  const { viewerCan, surveys, finalAnswers } = known;
  const asked = surveys.nodes.find(({ state }) => state === 'ASKED');
  if (asked === undefined) {
    return viewerCan.finalAnswer || finalAnswers.nodes.length > 0 ? (
      <FinalAnswerList complaint={complaint} answers={finalAnswers.nodes} mayGive={viewerCan.finalAnswer} />
    ) : (
      <div>{t('survey.waitingForAnswer')}</div>
    );
  }
  const at = shortDate(asked.expiresAt, locale);
  if (!viewerCan.survey) return <div>{t('survey.waiting', { at })}</div>;
  if (missed) {
    const close = () => setMissed(false);
    return <SurveyNoAnswerForm complaint={complaint} onDone={close} onCancel={close} />;
  }
  return (
    <>
      <SurveyRecordForm complaint={complaint} onDone={onDone} />
      <div className={classes.steps}>
        <Button size="compact-sm" variant="default" onClick={() => setMissed(true)}>
          {t('survey.noAnswer')}
        </Button>
      </div>
    </>
  );
}
