import { Button, Kbd, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { RestoredDraft } from '../../app/restored-draft.tsx';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { CategorySelect } from '../fields/category-select.tsx';
import { ChannelSelect } from '../fields/channel-select.tsx';
import { ConsequencesField } from '../fields/consequences-field.tsx';
import { DepartmentSelect } from '../fields/department-select.tsx';
import { SeveritySelect } from '../fields/severity-select.tsx';
import { CallerHistory } from './caller-history.tsx';
import { KindChoice } from './kind-choice.tsx';
import { CustomerFields } from './customer-fields.tsx';
import { DemandField } from './demand-field.tsx';
import { RegulatorPart } from './regulator-part.tsx';
import { SettleFields } from './settle-fields.tsx';
import { isAmountWrong, missingFields } from './register-fields.ts';
import type { BoundText, RegisterFields } from './register-fields.ts';
import classes from './register.module.css';
import type { Register } from './use-register.ts';

/** Registers a complaint on one screen; everything but three fields may be left to the product's proposal. */
export function RegisterForm({ register }: { register: Register }) {
  const t = useT();
  const { draft, busy, isUnderWay, isNotDone, failure, message, issues, submit } = register;
  const { fields, set } = draft;
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [isCall] = useState(fields.channel === 'PHONE');
  const missing = asked ? missingFields(fields) : [];
  const amountWrong = asked && isAmountWrong(fields) ? t('register.settle.amountWrong') : undefined;

  const send = (event?: SubmitEvent) => {
    event?.preventDefault();
    if (busy) return;
    setAsked(true);
    const [first] = missingFields(fields);
    if (first === undefined && !isAmountWrong(fields)) return void submit();
    const name = first ?? 'amount';
    form.current?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea), [name="${name}"]`)?.focus();
  };
  useHotkeys([['mod+Enter', () => send()]], []);

  const field = (name: keyof RegisterFields) => ({
    value: fields[name],
    error:
      issues[name] ?? (missing.includes(name) ? t('register.needed') : name === 'amount' ? amountWrong : undefined),
  });
  const text = (name: keyof RegisterFields): BoundText => ({
    ...field(name),
    name,
    onChange: (event) => set(name, event.currentTarget.value),
  });
  const choice = (name: keyof RegisterFields) => ({ ...field(name), onChange: (value: string) => set(name, value) });

  return (
    <form ref={form} className={classes.form} onSubmit={send} noValidate>
      {isUnderWay && <Notice kind="info">{t('register.underWay')}</Notice>}
      {isNotDone && <Notice kind="problem">{t('register.notDone')}</Notice>}
      {draft.restored && !isUnderWay && !isNotDone && <RestoredDraft onDiscard={draft.clear} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <div className={classes.pair}>
            <div data-field="channel">
              <ChannelSelect label={t('register.channel')} required {...choice('channel')} />
            </div>
            <TextInput
              label={t('complaint.phone')}
              type="tel"
              autoComplete="off"
              // Who calls is known by their number before they have said what it is about.
              data-autofocus={isCall || undefined}
              {...text('phone')}
            />
          </div>
          <div data-field="subject">
            <TextInput
              label={t('register.subject')}
              required
              data-autofocus={!isCall || undefined}
              maxLength={200}
              {...text('subject')}
            />
          </div>
          <div data-field="description">
            <Textarea
              label={t('register.description')}
              placeholder={t('register.descriptionHint')}
              required
              autosize
              minRows={5}
              maxRows={14}
              {...text('description')}
            />
          </div>
          <DemandField value={fields.demand} error={issues.demand} onChange={(demand) => set('demand', demand)} />
          <div data-field="categoryCode">
            <CategorySelect
              label={t('complaint.category')}
              required={fields.settle !== ''}
              {...choice('categoryCode')}
            />
          </div>
          <div className={classes.pair}>
            <TextInput type="datetime-local" label={t('complaint.occurredAt')} {...text('occurredAt')} />
            <TextInput label={t('complaint.place')} {...text('place')} />
          </div>
          <TextInput label={t('complaint.about')} placeholder={t('register.aboutHint')} {...text('about')} />
        </div>
        <div className={classes.column}>
          <CustomerFields text={text} language={fields.language} onLanguage={(language) => set('language', language)} />
          <CallerHistory fields={fields} />
          <KindChoice value={fields.kind} onChange={(kind) => set('kind', kind)} />
          <ConsequencesField label={t('complaint.consequences')} {...choice('consequences')} />
          <SeveritySelect
            label={t('complaint.severity')}
            proposedLabel={t('register.propose')}
            {...choice('severity')}
          />
          <DepartmentSelect
            label={t('complaint.department')}
            placeholder={t('register.departmentHint')}
            {...choice('departmentCode')}
          />
        </div>
      </div>
      <RegulatorPart
        fields={fields}
        set={set}
        issues={missing.includes('reference') ? { reference: t('register.needed'), ...issues } : issues}
      />
      <SettleFields fields={fields} set={set} text={text} issues={issues} />
      <SubmitFailure failure={failure} />
      {message !== '' && <Notice kind="problem">{message}</Notice>}
      <div className={classes.foot}>
        <Button type="submit" loading={busy}>
          {t(fields.settle === '' ? 'register.submit' : 'register.settle.submit')}
        </Button>
        <span data-keys>
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
        </span>
        <span className={classes.note}>{t('register.draftNote')}</span>
      </div>
    </form>
  );
}
