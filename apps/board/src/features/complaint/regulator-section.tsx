import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import { ActionProblems } from './action-problems.tsx';
import { AgencyAnswers } from './agency-answers.tsx';
import { RegulatorLetterForm } from './forms/regulator-letter-form.tsx';
import { RegulatorOutcomeForm } from './forms/regulator-outcome-form.tsx';
import { regulatorCaseAcceptMutation, regulatorQuery } from './regulator-documents.ts';
import type { RegulatorLetter } from './regulator-documents.ts';
import cases from './other-cases.module.css';
import classes from './sections.module.css';
import { useAction } from './use-action.ts';
import { useStepCommands } from './use-step-commands.ts';
import type { StepCommand } from './use-step-commands.ts';

type Step = 'letter' | 'outcome';

/** The agency that handed the complaint on, its clocks, answers and outcome; who may, marks a complaint from here. */
export function RegulatorSection({ complaint }: { complaint: { id: string; number: string; revision: number } }) {
  const t = useT();
  const { id, revision } = complaint;
  const [{ data }, again] = useQuery({ query: regulatorQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<Step | null>(null);
  const accept = useAction(regulatorCaseAcceptMutation, (answer) => answer.regulatorCaseAccept);
  useEffect(() => again({ requestPolicy: 'network-only' }), [revision, again]);
  const known = data?.complaint ?? null;
  const isMarked = known !== null && known.regulatorCase !== null;
  const mayAccept = isMarked && known.regulatorCase?.acceptedAt === null && known.regulatorCase.outcome === null;
  const steps: readonly Step[] = isMarked ? ['letter', 'outcome'] : ['letter'];
  const wordsOf = (step: Step) =>
    step === 'letter' && !isMarked ? 'regulator.step.mark' : (`regulator.step.${step}` as const);
  const takeOn = () => void accept.run({ input: { id } });
  const commands: StepCommand[] = steps.map((step) => ({ words: wordsOf(step), run: () => setOpen(step) }));
  if (mayAccept) commands.push({ words: 'regulator.accept', run: takeOn });
  const opened = useStepCommands('regulator.title', known?.viewerCan.regulator === true ? commands : []);
  if (known === null || (known.regulatorCase === null && !known.viewerCan.regulator)) return null;
  const { regulatorCase: letter, regulatorAnswers, viewerCan } = known;
  const close = () => setOpen(null);
  return (
    <section className={cases.root} aria-label={t('regulator.title')}>
      <h3 className={classes.heading}>{t('regulator.title')}</h3>
      {letter !== null && <Letter letter={letter} />}
      {viewerCan.regulator && (
        <div className={classes.steps}>
          {mayAccept && (
            <Button size="xs" variant="default" loading={accept.busy} onClick={takeOn}>
              {t('regulator.accept')}
            </Button>
          )}
          {steps.map((step) => (
            <Button
              key={step}
              size="xs"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(wordsOf(step))}
            </Button>
          ))}
        </div>
      )}
      <ActionProblems action={accept} shownFields={[]} />
      {open === 'letter' && (
        <div ref={opened} className={classes.opened}>
          <RegulatorLetterForm complaint={complaint} letter={letter} onDone={close} onCancel={close} />
        </div>
      )}
      {open === 'outcome' && (
        <div ref={opened} className={classes.opened}>
          <RegulatorOutcomeForm complaint={complaint} onDone={close} onCancel={close} />
        </div>
      )}
      {letter !== null && (
        <AgencyAnswers complaint={complaint} answers={regulatorAnswers.nodes} mayWrite={viewerCan.regulator} />
      )}
    </section>
  );
}

/** What the agency's letter says, by when it waits for what, and what it said in the end. */
function Letter({ letter }: { letter: RegulatorLetter }) {
  const t = useT();
  const locale = useLocale();
  const { agency, agencyName, outcome, outcomeAt } = letter;
  return (
    <dl className={classes.facts}>
      <dt>{t('regulator.agency')}</dt>
      <dd>{agencyName ?? t(`regulator.agency.${agency}`)}</dd>
      <dt>{t('regulator.reference')}</dt>
      <dd>{letter.reference ?? t('timeline.erased')}</dd>
      <dt>{t('regulator.receivedAt')}</dt>
      <dd>{fullTime(letter.receivedAt, locale)}</dd>
      {letter.demand !== null && (
        <>
          <dt>{t('regulator.demand')}</dt>
          <dd>{letter.demand}</dd>
        </>
      )}
      <dt>{t('regulator.acceptBy')}</dt>
      <dd>
        <Moment clock={letter.acceptClock} done={letter.acceptedAt} days={letter.acceptDays} />
      </dd>
      <dt>{t('regulator.answerBy')}</dt>
      <dd>
        <Moment clock={letter.answerClock} done={letter.answeredAt} days={letter.answerDays} />
      </dd>
      <dt>{t('regulator.outcome')}</dt>
      <dd>
        {outcome === null
          ? t('regulator.noOutcome')
          : [
              t(`regulator.outcome.${outcome}`),
              outcomeAt === null ? null : shortDate(outcomeAt, locale),
              letter.outcomeNote,
            ]
              .filter(Boolean)
              .join(' · ')}
      </dd>
    </dl>
  );
}

function Moment({ clock, done, days }: { clock: RegulatorLetter['acceptClock']; done: string | null; days: number }) {
  const t = useT();
  const locale = useLocale();
  if (done !== null) return t('regulator.doneAt', { at: shortDate(done, locale) });
  if (clock === null) return t('regulator.days', { n: days });
  const tone = clock.isBreached ? 'breached' : undefined;
  return (
    <time className={classes.state} data-tone={tone} dateTime={clock.dueAt} title={fullTime(clock.dueAt, locale)}>
      {t('regulator.dueAt', { at: shortDate(clock.dueAt, locale), n: days })}
    </time>
  );
}
