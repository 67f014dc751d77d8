import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import type { Severity, Stage } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { DepartmentSelect } from '../fields/department-select.tsx';
import { exportRequestMutation } from './export-documents.ts';
import own from './exports.module.css';

const DAY_MS = 86_400_000;
const BLANK = { from: '', until: '', department: '', stages: '', severities: '', reason: '' };

/** The beginning of a local day, so many days on. */
const dayStart = (day: string, later = 0): string =>
  new Date(new Date(`${day}T00:00`).getTime() + later * DAY_MS).toISOString();
const listOf = (joined: string): string[] => joined.split(',').filter(Boolean);

/** What the list is narrowed to from the beginning: codes, joined by commas. */
export type Narrowed = Pick<typeof BLANK, 'department' | 'stages' | 'severities'>;

/** Which complaints, and what for. The last day is included. */
export function ExportRequestForm({ onAsked, narrowed }: { onAsked: () => void; narrowed: Narrowed }) {
  const t = useT();
  const { busy, failure, run } = useSubmit(exportRequestMutation, { adds: true });
  const { fields, set, clear } = useDraft('export.request', { ...BLANK, ...narrowed });
  const [refused, setRefused] = useState<{ message: string; fields: Record<string, string> } | null>(null);
  const issues = refused?.fields ?? {};

  const ask = async () => {
    setRefused(null);
    const [stages, severities] = [listOf(fields.stages) as Stage[], listOf(fields.severities) as Severity[]];
    const input = {
      receivedFrom: dayStart(fields.from),
      receivedBefore: dayStart(fields.until, 1),
      departmentCodes: fields.department === '' ? null : [fields.department],
      stages: stages.length === 0 ? null : stages,
      severities: severities.length === 0 ? null : severities,
      reason: fields.reason.trim(),
    };
    const data = await run({ input });
    if (data === null) return;
    const answer = data.exportRequest;
    if (answer.__typename === 'ExportRequestPayload') {
      clear();
      onAsked();
      return;
    }
    const told = answer.__typename === 'InvalidInputError' ? answer.issues : [];
    const wrong = Object.fromEntries(told.map(({ path, message }) => [path[0] ?? '', message]));
    setRefused({ message: told.length === 0 ? answer.message : '', fields: wrong });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask();
  };
  const unfit = fields.from === '' || fields.until === '' || fields.reason.trim() === '';
  return (
    <form className={own.form} aria-label={t('exports.ask')} onSubmit={submit} noValidate>
      <div className={own.fields}>
        <TextInput
          type="date"
          label={t('exports.from')}
          required
          value={fields.from}
          onChange={(event) => set('from', event.currentTarget.value)}
          error={issues['receivedFrom']}
        />
        <TextInput
          type="date"
          label={t('exports.until')}
          required
          value={fields.until}
          onChange={(event) => set('until', event.currentTarget.value)}
          error={issues['receivedBefore']}
        />
        <DepartmentSelect
          label={t('exports.department')}
          placeholder={t('exports.all')}
          value={fields.department}
          onChange={(code) => set('department', code)}
          error={issues['departmentCodes']}
        />
        <MultiSelect
          label={t('exports.stages')}
          placeholder={fields.stages === '' ? t('exports.all') : ''}
          data={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          value={listOf(fields.stages)}
          onChange={(chosen) => set('stages', chosen.join(','))}
        />
        <MultiSelect
          label={t('exports.severity')}
          placeholder={fields.severities === '' ? t('exports.all') : ''}
          data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          value={listOf(fields.severities)}
          onChange={(chosen) => set('severities', chosen.join(','))}
        />
      </div>
      <Textarea
        label={t('exports.reason')}
        description={t('exports.reasonHint')}
        required
        autosize
        minRows={2}
        maxRows={6}
        value={fields.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        error={issues['reason']}
      />
      <SubmitFailure failure={failure} />
      {refused !== null && refused.message !== '' && <Notice kind="problem">{refused.message}</Notice>}
      <div>
        <Button type="submit" loading={busy} disabled={unfit}>
          {t('exports.ask')}
        </Button>
      </div>
    </form>
  );
}
