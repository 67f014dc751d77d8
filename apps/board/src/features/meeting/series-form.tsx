import { Button, Select, Textarea, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { namesList } from '../fields/colleagues-select.tsx';
import { ActionProblem } from './action-problem.tsx';
import type { SeriesView } from './meeting-documents.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { seriesPutMutation } from './meeting-mutations.ts';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const NOBODY: SeriesView['members'] = [];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function fieldsOf(series: SeriesView | null) {
  return {
    name: series?.name ?? '',
    purpose: series?.purpose ?? '',
    memberIds: series?.members.map(({ id }) => id).join(' ') ?? '',
    standing: series?.standingItems.join('\n') ?? '',
    itemMinutes: String(series?.itemMinutes ?? 5),
    weekday: String(series?.rhythm?.weekday ?? 0),
    startsAt: timeOf(series?.rhythm?.startsAt ?? 570),
  };
}

/** A series, whole: a new one, or one that is written anew. */
export function SeriesForm({
  series,
  onDone,
  onCancel,
}: {
  series: SeriesView | null;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useMeetingT();
  const put = useMeetingAction(seriesPutMutation);
  const { fields, set, clear } = useDraft(`meeting.series.${series?.id ?? 'new'}`, fieldsOf(series));
  const issues = put.refusal?.fields ?? {};
  const lines = fields.standing.split('\n').map((line) => line.trim());
  const submit = async () => {
    const weekday = Number(fields.weekday);
    const timeZone = series?.rhythm?.timeZone ?? HERE;
    const input = {
      id: series?.id ?? null,
      name: fields.name.trim(),
      purpose: fields.purpose.trim(),
      memberIds: namesList(fields.memberIds),
      standingItems: lines.filter((line) => line !== ''),
      itemMinutes: Number(fields.itemMinutes),
      rhythm: weekday === 0 ? null : { weekday, startsAt: minutesOf(fields.startsAt), timeZone },
    };
    if ((await put.run({ input })) === null) return;
    clear();
    onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={t(series === null ? 'meeting.seriesNew' : 'meeting.seriesEdit')}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MeetingFields fields={fields} set={set} members={series?.members ?? NOBODY} issues={issues} />
      <Textarea
        label={t('meeting.standing')}
        autosize
        minRows={2}
        maxRows={8}
        value={fields.standing}
        onChange={(event) => set('standing', event.currentTarget.value)}
        error={issues['standingItems']}
      />
      <div className={classes.fields}>
        <Select
          label={t('meeting.weekday')}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`meeting.weekday.${day}`) }))}
          value={fields.weekday}
          onChange={(day) => set('weekday', day ?? '0')}
          allowDeselect={false}
          comboboxProps={{ shadow: 'md' }}
        />
        <TextInput
          type="time"
          label={t('meeting.startsAt')}
          disabled={fields.weekday === '0'}
          value={fields.startsAt}
          onChange={(event) => set('startsAt', event.currentTarget.value)}
        />
        <TextInput
          type="number"
          min={1}
          max={240}
          label={t('meeting.itemMinutes')}
          value={fields.itemMinutes}
          onChange={(event) => set('itemMinutes', event.currentTarget.value)}
          error={issues['itemMinutes']}
        />
      </div>
      <ActionProblem action={put} />
      <div className={classes.row}>
        <Button type="submit" loading={put.busy} disabled={fields.name.trim() === ''}>
          {t('meeting.seriesSave')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
