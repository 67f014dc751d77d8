import { Text, TextInput } from '@mantine/core';
import { moneyText } from '@redress/domain/rules/money';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { approverName } from '../resolution-words.ts';
import type { ResolutionPreview, TypedAmounts } from '../use-resolution-preview.ts';

/** What it costs and what the order cost, in the company's currency. */
export function AmountFields({
  fields,
  onChange,
  currency,
  required,
  wrong,
  issues,
}: {
  fields: TypedAmounts;
  onChange: (field: keyof TypedAmounts, value: string) => void;
  currency: string;
  required: boolean;
  /** Which of them is typed as no amount. */
  wrong: Record<keyof TypedAmounts, boolean>;
  issues: Partial<Record<string, string>>;
}) {
  const t = useT();
  const notAmount = (field: keyof TypedAmounts) => (wrong[field] ? t('resolution.propose.notAmount') : undefined);
  return (
    <>
      <TextInput
        label={t('resolution.propose.amount', { currency })}
        description={t('resolution.propose.amountHint')}
        required={required}
        inputMode="decimal"
        value={fields.amount}
        onChange={(event) => onChange('amount', event.currentTarget.value)}
        error={issues['amountMinor'] ?? notAmount('amount')}
      />
      <TextInput
        label={t('resolution.propose.order', { currency })}
        description={t('resolution.propose.orderHint')}
        inputMode="decimal"
        value={fields.order}
        onChange={(event) => onChange('order', event.currentTarget.value)}
        error={issues['orderMinor'] ?? notAmount('order')}
      />
    </>
  );
}

/** What the standard, the ladder and earlier payments say of it, before it is sent; nothing where they say nothing. */
export function PreviewLine({ preview }: { preview: ResolutionPreview | null }) {
  const t = useT();
  const locale = useLocale();
  if (preview === null) return null;
  const { suits, isOrderNeeded, standard, deviates, approvalRoles, earlierPayments } = preview;
  const amount = standard === null ? '' : moneyText(standard.minor, standard.currency, locale);
  const roles = approvalRoles.map((role) => approverName(role, t)).join(t('common.comma'));
  const told = [
    !suits && t('resolution.preview.unsuitable'),
    isOrderNeeded && t('resolution.preview.orderNeeded'),
    standard !== null && (deviates ? t('resolution.deviates', { amount }) : t('resolution.standard', { amount })),
    roles !== '' && t('resolution.preview.approval', { roles }),
    earlierPayments > 0 && t('resolution.repeat', { count: earlierPayments + 1 }),
  ].filter((part) => part !== false);
  return (
    <Text size="sm" c="dimmed" role="status">
      {told.join(' · ')}
    </Text>
  );
}
