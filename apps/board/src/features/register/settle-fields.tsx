import { Checkbox, Select, TextInput, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { amountRule } from '@redress/domain/rules/compensation';
import { RESOLUTION_KINDS, VALIDITIES } from '@redress/domain/rules/vocabulary';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { BoundText, RegisterFields } from './register-fields.ts';
import classes from './register.module.css';

const causesQuery = graphql(`
  query SettleCauses {
    rootCauses { code nameZh nameEn parent { code } }
  }
`);

interface Props {
  fields: RegisterFields;
  set: (name: keyof RegisterFields, value: string) => void;
  text: (name: keyof RegisterFields) => BoundText;
  issues: Partial<Record<string, string>>;
}

/** Settling at first contact, in the register form: unfolds what the decision and the customer's yes need, and no more. */
export function SettleFields({ fields, set, text, issues }: Props) {
  const t = useT();
  const open = fields.settle !== '';
  // A draft that is found again does not take the focus from who begins to type.
  const [byKey, setByKey] = useState(false);
  const unfold = (wanted: boolean) => set('settle', wanted ? 'yes' : '');
  const toggle = () => {
    setByKey(!open);
    unfold(!open);
  };
  useHotkeys([['alt+Digit0', toggle, { usePhysicalKeys: true }]], []);
  return (
    <section className={classes.settle} aria-label={t('register.settle')}>
      <Checkbox
        label={t('register.settle')}
        description={
          <>
            {t('register.settleHint')} <span data-keys>Alt+0</span>
          </>
        }
        checked={open}
        aria-keyshortcuts="Alt+0"
        onChange={(event) => unfold(event.currentTarget.checked)}
      />
      {open && <Decision fields={fields} set={set} text={text} issues={issues} focused={byKey} />}
    </section>
  );
}

function Decision({ fields, set, text, issues, focused }: Props & { focused: boolean }) {
  const t = useT();
  const en = useLocale() === 'en';
  const [{ data }] = useQuery({ query: causesQuery });
  const causes = (data?.rootCauses ?? []).filter(({ parent }) => parent !== null);
  const kind = fields.resolutionKind as ResolutionKind;
  return (
    <div className={classes.settleFields}>
      <div className={classes.pair}>
        <Select
          label={t('register.settle.validity')}
          // Who unfolded it by key goes on typing here.
          autoFocus={focused}
          allowDeselect={false}
          data={VALIDITIES.filter((one) => one !== 'UNDETERMINED').map((value) => ({
            value,
            label: t(`register.settle.${value}`),
          }))}
          value={fields.validity}
          error={issues['validity']}
          onChange={(value) => set('validity', value ?? 'FOUNDED')}
        />
        <Select
          label={t('register.settle.cause')}
          placeholder={t('register.settle.causeHint')}
          searchable
          selectFirstOptionOnChange
          clearable
          nothingFoundMessage={t('fields.nothingFound')}
          data={causes.map(({ code, nameZh, nameEn }) => ({ value: code, label: en ? nameEn : nameZh }))}
          value={fields.rootCauseCode === '' ? null : fields.rootCauseCode}
          error={issues['rootCauseCode']}
          onChange={(value) => set('rootCauseCode', value ?? '')}
        />
      </div>
      <TextInput label={t('register.settle.reason')} required {...text('validityReason')} />
      <div className={classes.pair}>
        <Select
          label={t('register.settle.kind')}
          allowDeselect={false}
          data={RESOLUTION_KINDS.map((value) => ({ value, label: t(`register.kind.${value}`) }))}
          value={fields.resolutionKind}
          error={issues['kind'] ?? issues['resolution']}
          onChange={(value) => set('resolutionKind', value ?? 'APOLOGY')}
        />
        {amountRule(kind) !== 'NONE' && (
          <TextInput
            label={t('register.settle.amount')}
            inputMode="decimal"
            required={amountRule(kind) === 'REQUIRED'}
            {...text('amount')}
            {...(issues['amountMinor'] !== undefined && { error: issues['amountMinor'] })}
          />
        )}
      </div>
      {/* Only where the server has asked for it: most standards are no share of the order. */}
      {amountRule(kind) !== 'NONE' && (issues['orderMinor'] !== undefined || fields.order !== '') && (
        <TextInput
          label={t('register.settle.order')}
          inputMode="decimal"
          {...text('order')}
          error={issues['orderMinor']}
        />
      )}
      <TextInput label={t('register.settle.what')} required {...text('what')} />
      <TextInput label={t('register.settle.proof')} required {...text('proof')} />
      <Textarea label={t('register.settle.words')} required autosize minRows={2} maxRows={6} {...text('words')} />
    </div>
  );
}
