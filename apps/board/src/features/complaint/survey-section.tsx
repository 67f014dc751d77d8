import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { shortDate } from '../../ui/time.ts';
import { FinalAnswerList } from './final-answer-list.tsx';
import { SurveyNoAnswerForm, SurveyRecordForm } from './forms/survey-forms.tsx';
import classes from './sections.module.css';
import { surveyQuery } from './survey-documents.ts';
import type { SurveyItem } from './survey-documents.ts';
import { useStepCommands } from './use-step-commands.ts';

const FORMS = { record: SurveyRecordForm, noAnswer: SurveyNoAnswerForm };
const STEPS = ['record', 'noAnswer'] as const;

/** How the customer found it, round by round; nothing before they were asked. */
export function SurveySection({ complaint }: { complaint: { id: string; number: string; revision: number } }) {
  const t = useT();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: surveyQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<(typeof STEPS)[number] | null>(null);
  const known = data?.complaint ?? null;
  const isAsked = known !== null && known.surveys.nodes.length > 0 && known.viewerCan.survey;
  const opened = useStepCommands(
    'survey.title',
    isAsked ? STEPS.map((step) => ({ words: `survey.${step}` as const, run: () => setOpen(step) })) : [],
  );
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  if (known === null || known.surveys.nodes.length === 0) return null;
  const { viewerCan, surveys, finalAnswers } = known;
  const Form = open === null || !viewerCan.survey ? null : FORMS[open];
  const close = () => setOpen(null);
  return (
    <section className={classes.section} aria-label={t('survey.title')}>
      <div>
        <h3 className={classes.heading}>{t('survey.title')}</h3>
        <ul className={classes.list}>
          {surveys.nodes.map((survey) => (
            <SurveyLine key={survey.id} survey={survey} />
          ))}
        </ul>
        {viewerCan.survey && (
          <div className={classes.steps}>
            {STEPS.map((step) => (
              <Button
                key={step}
                size="compact-sm"
                variant={open === step ? 'light' : 'default'}
                aria-expanded={open === step}
                onClick={() => setOpen(open === step ? null : step)}
              >
                {t(`survey.${step}`)}
              </Button>
            ))}
          </div>
        )}
        {Form !== null && (
          <div ref={opened}>
            <Form complaint={complaint} onDone={close} onCancel={close} />
          </div>
        )}
      </div>
      <FinalAnswerList complaint={complaint} answers={finalAnswers.nodes} mayGive={viewerCan.finalAnswer} />
    </section>
  );
}

function SurveyLine({ survey }: { survey: SurveyItem }) {
  const t = useT();
  const locale = useLocale();
  const { state, round, reminders, attempts, via } = survey;
  const values = {
    at: shortDate(survey.expiresAt, locale),
    outcome: survey.outcomeScore ?? '',
    handling: survey.handlingScore ?? '',
  };
  const calls = attempts > 0 ? t('survey.attempts', { n: attempts }) : '';
  const more =
    state === 'ASKED'
      ? [t('survey.reminders', { n: reminders }), calls].filter(Boolean).join(t('common.comma'))
      : via === null
        ? ''
        : t(`survey.via.${via}`, { name: survey.recordedBy?.name ?? '' });
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span>{t(`survey.state.${state}`, values)}</span>
        <span className={classes.dim}>{t('survey.round', { n: round })}</span>
      </div>
      {survey.comment !== null && <div className={classes.text}>{survey.comment}</div>}
      {more !== '' && <div className={classes.dim}>{more}</div>}
    </li>
  );
}
