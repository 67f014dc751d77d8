import { Button, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { ActionProblem } from './action-problem.tsx';
import type { DateView, PreparedSeries } from './meeting-documents.ts';
import { dateCallOffMutation, dateMoveMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';
import { minutesOf, timeOf } from './series-fields.ts';
import { useMeetingAction } from './use-meeting-action.ts';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Moves one date of a series, or calls it off. */
export function DateForm({
  act,
  series,
  date: { day, revision },
  onDone,
  onRefused,
}: {
  act: 'move' | 'callOff';
  series: PreparedSeries;
  date: DateView;
  onDone: () => void;
  /** Somebody may have been faster: asks for what the date is now. */
  onRefused: () => void;
}) {
  const t = useMeetingT();
  const move = useMeetingAction(dateMoveMutation);
  const callOff = useMeetingAction(dateCallOffMutation);
  const action = act === 'move' ? move : callOff;
  const { fields, set, clear } = useDraft(`meeting.date.${series.id}.${day}.${act}`, {
    toDay: day,
    toTime: timeOf(series.rhythm?.startsAt ?? 0),
    reason: '',
  });
  const issues = action.refusal?.fields ?? {};
  const zone = series.rhythm?.timeZone ?? HERE;
  const reason = fields.reason.trim();
  const submit = async () => {
    const of = { seriesId: series.id, day, expectedRevision: revision };
    const where = { toDay: fields.toDay, toStartsAt: minutesOf(fields.toTime), reason: reason || null };
    const answer =
      act === 'move' ? await move.run({ input: { ...of, ...where } }) : await callOff.run({ input: { ...of, reason } });
    if (answer === null) {
      onRefused();
      return;
    }
    clear();
    onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={t(act === 'move' ? 'meeting.dateMove' : 'meeting.dateCallOff')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {act === 'move' && zone !== HERE && <p className={classes.empty}>{t('meeting.dateZone', { zone })}</p>}
      {act === 'move' ? (
        <div className={classes.fields}>
          <TextInput
            type="date"
            label={t('meeting.dateTo')}
            value={fields.toDay}
            onChange={(event) => set('toDay', event.currentTarget.value)}
            error={issues['toDay']}
          />
          <TextInput
            type="time"
            label={t('meeting.dateToTime')}
            value={fields.toTime}
            onChange={(event) => set('toTime', event.currentTarget.value)}
            error={issues['toStartsAt']}
          />
        </div>
      ) : (
        <p className={classes.empty}>{t('meeting.dateOffHint')}</p>
      )}
      <TextInput
        label={t(act === 'move' ? 'meeting.dateWhyOptional' : 'meeting.dateWhy')}
        required={act === 'callOff'}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={issues['reason']}
      />
      <ActionProblem action={action} />
      <div>
        <Button
          type="submit"
          size="sm"
          loading={action.busy}
          disabled={act === 'move' ? fields.toDay === '' || fields.toTime === '' : reason === ''}
        >
          {t(act === 'move' ? 'meeting.dateMove' : 'meeting.dateCallOff')}
        </Button>
      </div>
    </form>
  );
}
