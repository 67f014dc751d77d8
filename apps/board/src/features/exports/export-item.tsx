import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { inReadersForm } from '../../app/reader-form.ts';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { shortDate } from '../../ui/time.ts';
import { exportDecideMutation } from './export-documents.ts';
import type { ExportRow } from './export-documents.ts';
import own from './exports.module.css';

/** It is on record, and gone from the list, a moment after the browser has asked for it. In ms. */
const TAKEN_AFTER = 1_500;

/** An export: what it holds, how it stands, and what may be done about it now. */
export function ExportItem({ row, onChanged }: { row: ExportRow; onChanged: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { state, mark, reason, decisionReason, requestedBy, decidedBy, rowCount } = row;
  const at = (moment: string | null) => (moment === null ? '' : shortDate(moment, locale));
  const told = [
    t('exports.askedBy', { name: requestedBy?.name ?? '', at: at(row.requestedAt) }),
    decidedBy !== null &&
      t(state === 'REFUSED' ? 'exports.refusedBy' : 'exports.approvedBy', {
        name: decidedBy.name,
        at: at(row.decidedAt),
      }),
    row.takenAt !== null && t('exports.takenAt', { at: at(row.takenAt), n: rowCount ?? 0 }),
    (state === 'REQUESTED' || state === 'APPROVED') && t('exports.lapses', { at: at(row.lapsesAt) }),
  ].filter((part) => part !== false);
  return (
    <li className={own.item}>
      <div className={own.line}>
        <strong>{reason}</strong>
        <span className={own.state}>{t(`exports.state.${state}`)}</span>
      </div>
      <div>{contents(row, t, locale)}</div>
      {decisionReason !== null && <div>{decisionReason}</div>}
      <div className={own.dim}>{[mark, ...told].join(' · ')}</div>
      {row.viewerDownload !== null && (
        <div>
          <Button
            component="a"
            href={inReadersForm(row.viewerDownload, locale)}
            download
            size="xs"
            onClick={() => setTimeout(onChanged, TAKEN_AFTER)}
          >
            {t('exports.take')}
          </Button>
        </div>
      )}
      {row.viewerMayDecide && <Decision id={row.id} onDecided={onChanged} />}
    </li>
  );
}

/** Which complaints it holds, in words. */
function contents(row: ExportRow, t: ReturnType<typeof useT>, locale: ReturnType<typeof useLocale>): string {
  const { departments, stages, severities, receivedFrom, receivedBefore } = row;
  const lastDay = new Date(new Date(receivedBefore).getTime() - 1).toISOString();
  const join = (words: readonly string[]) => words.join(t('common.comma'));
  return [
    t('exports.period', { from: shortDate(receivedFrom, locale), until: shortDate(lastDay, locale) }),
    departments === null ? t('exports.allDepartments') : join(departments.map((one) => departmentName(one, locale))),
    stages !== null && join(stages.map((stage) => t(`stage.${stage}`))),
    severities !== null && join(severities.map((severity) => t(`severity.${severity}`))),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

function Decision({ id, onDecided }: { id: string; onDecided: () => void }) {
  const t = useT();
  const { busy, failure, run } = useSubmit(exportDecideMutation);
  const [refusing, setRefusing] = useState(false);
  const { fields, set, clear } = useDraft(`export.${id}.decision`, { reason: '' });
  const reason = fields.reason.trim();
  const [refused, setRefused] = useState<string | null>(null);
  const decide = async (approve: boolean) => {
    setRefused(null);
    const data = await run({ input: { id, approve, reason: reason || null } });
    if (data === null) return;
    const answer = data.exportDecide;
    if (answer.__typename === 'ExportDecidePayload') {
      clear();
      onDecided();
    } else setRefused(answer.__typename === 'InvalidInputError' ? (answer.issues[0]?.message ?? '') : answer.message);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void decide(false);
  };
  return (
    <form className={own.decision} aria-label={t('exports.decide')} onSubmit={submit} noValidate>
      {refusing && (
        <TextInput
          label={t('exports.refuseReason')}
          required
          value={fields.reason}
          onChange={(event) => set('reason', event.currentTarget.value)}
        />
      )}
      <div className={own.line}>
        {!refusing && (
          <Button size="xs" loading={busy} onClick={() => void decide(true)}>
            {t('exports.approve')}
          </Button>
        )}
        {refusing ? (
          <Button size="xs" type="submit" loading={busy} disabled={reason === ''}>
            {t('exports.refuse')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setRefusing(true)}>
            {t('exports.refuse')}
          </Button>
        )}
      </div>
      <SubmitFailure failure={failure} />
      {refused !== null && <Notice kind="problem">{refused}</Notice>}
    </form>
  );
}
