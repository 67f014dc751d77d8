import { Button, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/time.ts';
import { ActionProblem } from './action-problem.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { confirmMutation, objectMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import { minutesStanding } from './minutes-standing.ts';
import classes from './minutes.module.css';
import { useMeetingAction } from './use-meeting-action.ts';

/** Under the minutes: who has confirmed them, what was objected, and what this viewer may do about either. */
export function MinutesFoot({ meeting }: { meeting: MeetingView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const now = useNow('minute');
  const confirm = useMeetingAction(confirmMutation);
  const { id, phase, isAbandoned, confirmedAt, objections, objectionsUntil, viewerCan } = meeting;
  if (phase === 'RUNNING') return null;
  const isOpen = objectionsUntil !== null && new Date(objectionsUntil).getTime() > now;
  return (
    <footer className={classes.foot}>
      {objections.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('minutes.objections')}</h2>
          <ul className={classes.objections}>
            {objections.map(({ at, by, text }) => (
              <li key={`${at} ${by?.id}`}>
                <strong>{by?.name}</strong> <time dateTime={at}>{fullTime(at, locale)}</time>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isAbandoned && <p>{t('minutes.abandoned')}</p>}
      <p>
        {minutesStanding(meeting, t, locale)}
        {confirmedAt !== null &&
          ` · ${isOpen ? t('minutes.open', { at: fullTime(objectionsUntil, locale) }) : t('minutes.closed')}`}
      </p>
      {viewerCan.confirm && (
        <div className={classes.onScreen}>
          <Button loading={confirm.busy} onClick={() => void confirm.run({ input: { id } })}>
            {t('minutes.confirm')}
          </Button>
        </div>
      )}
      <ActionProblem action={confirm} />
      {viewerCan.object && isOpen && <Objection meetingId={id} />}
    </footer>
  );
}

function Objection({ meetingId: id }: { meetingId: string }) {
  const t = useMeetingT();
  const object = useMeetingAction(objectMutation, { adds: true });
  const { fields, set, clear } = useDraft(`meeting.${id}.objection`, { text: '' });
  const text = fields.text.trim();
  const submit = async () => {
    if ((await object.run({ input: { id, text } })) !== null) clear();
  };
  return (
    <form
      className={classes.onScreen}
      aria-label={t('minutes.object')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label={t('minutes.objectText')}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <ActionProblem action={object} />
      <div>
        <Button type="submit" size="xs" variant="default" loading={object.busy} disabled={text === ''}>
          {t('minutes.object')}
        </Button>
      </div>
    </form>
  );
}
