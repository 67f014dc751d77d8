import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { ChangeList } from './change-list.tsx';
import { changedFields } from './changed-fields.ts';
import { EffectPanel } from './effect-panel.tsx';
import { fieldsOf, inputOf } from './policy-form.ts';
import type { PolicyValue } from './policy-form.ts';
import { policyResetMutation } from './settings-documents.ts';
import type { PolicyEntry } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { usePolicyPreview } from './use-policy-preview.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  policy: PolicyEntry;
  onSaved: () => void;
}

/** The way back to what the product says by itself; nothing where it says nothing, or where that already holds. */
export function PolicyReset({ policy, onSaved }: Props) {
  const t = useT();
  const s = useSettingsT();
  const [open, setOpen] = useState(false);
  const preset = policy.default;
  if (preset === null || policy.origin === 'DEFAULT') return null;
  const withdrawn = withdrawnKind(preset);
  const label = s(withdrawn === null ? 'settings.reset' : 'settings.withdraw');
  // What differs in nothing goes back, too: from then on upgrades renew it again.
  const changes = changedFields(policy.value, preset, t);
  if (!open) {
    return (
      <Button type="button" variant="default" className={classes.away} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  }
  return (
    <section className={classes.reset} aria-label={label}>
      {withdrawn === null ? (
        <h3 className={classes.historyTitle}>{s('settings.reset.title')}</h3>
      ) : (
        <p className={classes.about}>{s(`settings.withdraw.${withdrawn}`)}</p>
      )}
      {changes.length === 0 ? (
        <p className={classes.about}>{s('settings.reset.same')}</p>
      ) : (
        <div>
          <ChangeList changes={changes} />
        </div>
      )}
      <ResetForm policy={policy} preset={preset} onSaved={onSaved} onCancel={() => setOpen(false)} />
    </section>
  );
}

function ResetForm({ policy, preset, onSaved, onCancel }: Props & { preset: PolicyValue; onCancel: () => void }) {
  const t = useT();
  const s = useSettingsT();
  const { kind, key, version } = policy;
  const preview = usePolicyPreview();
  // Nothing has no effect that could be computed; what holds then is said above.
  const previewed = withdrawnKind(preset) === null;
  const sure = !previewed || preview.effect !== null;
  const { busy, failure, run } = useSubmit(policyResetMutation);
  const { fields, set, clear } = useDraft(`reset.${kind}.${key}`, { reason: '' });
  const [missing, setMissing] = useState('');
  const [message, setMessage] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing('');
    setMessage('');
    if (previewed && preview.effect === null) {
      const refused = await preview.ask(key, inputOf(preset.__typename, fieldsOf(preset, t)));
      return setMessage(refused?.message ?? '');
    }
    const data = await run({ input: { kind, key, reason: fields.reason, expectedVersion: version } });
    if (data === null) return;
    const answer = data.policyReset;
    if (answer.__typename === 'PolicyResetPayload') {
      clear();
      return onSaved();
    }
    const atReason =
      answer.__typename === 'InvalidInputError' && answer.issues.find(({ path }) => path[0] === 'reason');
    if (atReason) setMissing(atReason.message);
    else setMessage(answer.message);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <Textarea
        label={s('settings.reason')}
        description={s('settings.reasonHint')}
        required
        autosize
        minRows={2}
        value={fields.reason}
        error={missing}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
      {preview.effect !== null && <EffectPanel effect={preview.effect} kind={kind} />}
      <SubmitFailure failure={failure} />
      {message !== '' && <Notice kind="problem">{message}</Notice>}
      <div className={classes.foot}>
        <Button type="submit" variant={sure ? 'filled' : 'default'} loading={busy || preview.asking}>
          {!sure ? s('settings.preview') : s(previewed ? 'settings.reset.confirm' : 'settings.withdraw.confirm')}
        </Button>
        <Button type="button" variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Of which kind this value says nothing of its own, so that going back to it is withdrawing; null when it says something. */
function withdrawnKind(
  preset: PolicyValue,
): 'LADDER' | 'ROSTER' | 'DUTY_TEMPLATE' | 'CONTACT_TEMPLATE' | 'COMPENSATION' | null {
  switch (preset.__typename) {
    case 'LadderPolicy':
      return preset.urgent.length + preset.important.length + preset.general.length === 0 ? 'LADDER' : null;
    case 'RosterPolicy':
      return preset.shifts.length + preset.exceptions.length === 0 ? 'ROSTER' : null;
    case 'DutyTemplatePolicy':
      return preset.duties.length === 0 ? 'DUTY_TEMPLATE' : null;
    case 'CompensationPolicy':
      return preset.lines.length === 0 ? 'COMPENSATION' : null;
    case 'ContactTemplatePolicy':
      return preset.textZh === '' ? 'CONTACT_TEMPLATE' : null;
    default:
      return null;
  }
}
