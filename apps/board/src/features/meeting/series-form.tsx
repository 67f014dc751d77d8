import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { ActionProblem } from './action-problem.tsx';
import type { SeriesView } from './meeting-documents.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { seriesPutMutation } from './meeting-mutations.ts';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { SeriesConflict } from './series-conflict.tsx';
import { WEEKDAYS, differing, fieldsOf, inputOf } from './series-fields.ts';
import { useMeetingAction } from './use-meeting-action.ts';

const NOBODY: SeriesView['members'] = [];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A new series, or what is edited of one: what nobody touched is what the series says by now. */
export function SeriesForm({
  series,
  onDone,
  onCancel,
  onStale,
}: {
  /** As it is now; null: a new one. */
  series: SeriesView | null;
  onDone: () => void;
  onCancel: () => void;
  /** Somebody else was faster: asks for what the series says now. */
  onStale: () => void;
}) {
  const t = useMeetingT();
  const put = useMeetingAction(seriesPutMutation);
  const shown = fieldsOf(series);
  const { fields: typed, edits, set, clear } = useDraft(`meeting.series.${series?.id ?? 'new'}`, shown);
  const [opened] = useState(shown);
  const [stopped, setStopped] = useState(false);
  const fields = { ...shown, ...edits };
  const issues = put.refusal?.fields ?? {};
  // A draft from before was typed on something that nobody knows any more.
  const before = typed.base === opened.base ? opened : null;
  const differences = series === null ? [] : differing(series, edits, before, t);
  const isBehind = series !== null && typed.base !== shown.base && differences.length > 0;
  const submit = async () => {
    const timeZone = series?.rhythm?.timeZone ?? HERE;
    const input = inputOf(fields, new Set(Object.keys(series === null ? fields : edits)), timeZone);
    // What came in while they typed is written over only by who was stopped by it once.
    const looked = isBehind && !stopped ? Number(typed.base) : (series?.revision ?? null);
    const expected = { id: series?.id ?? null, expectedRevision: looked };
    if ((await put.run({ input: { ...input, ...expected } })) === null) {
      setStopped(true);
      onStale();
      return;
    }
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
      {isBehind && (
        <SeriesConflict
          differences={differences.map(({ field, label, words, value }) => ({
            label,
            words,
            take: () => set(field, value),
          }))}
        />
      )}
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
        <TextInput
          type="number"
          min={0}
          max={1440}
          label={t('meeting.remindMinutes')}
          disabled={fields.weekday === '0'}
          value={fields.remindMinutes}
          onChange={(event) => set('remindMinutes', event.currentTarget.value)}
          error={issues['remindMinutes']}
        />
      </div>
      {!isBehind && <ActionProblem action={put} />}
      <div className={classes.row}>
        <Button type="submit" loading={put.busy} disabled={fields.name.trim() === ''}>
          {t('meeting.seriesSave')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            clear();
            onCancel();
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
