/** The policies about money as flat fields, and back: amounts as people write them, in the company's currency. */
import { APPROVAL_ROLES } from '@redress/domain/rules/approval';
import { COSTLY_KINDS as KINDS, STANDARD_BASES } from '@redress/domain/rules/compensation';
import { minorDigits, minorOf } from '@redress/domain/rules/money';
import type { FieldShape, Fields, PolicyValue, PolicyValueInput } from '../policy-form.ts';

type Approval = Extract<PolicyValue, { __typename: 'ApprovalPolicy' }>;
type Standard = Extract<PolicyValue, { __typename: 'CompensationPolicy' }>;

/** The basis of a kind that the standard says nothing of. */
export const NO_STANDARD = 'NONE';

function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits).replace(/\.0+$/, '');
}

/** What is no amount becomes one that the server refuses at its field. */
function amountOf(text: string, currency: string): number {
  return minorOf(text.trim(), currency) ?? -1;
}

export function approvalShape(value: Approval): FieldShape[] {
  return [
    { name: 'currency', type: 'text', label: 'settings.payment.currency' },
    ...value.steps.map(
      ({ role }, i): FieldShape => ({
        name: `steps.${i}.aboveMinor`,
        type: 'text',
        label: `settings.payment.above.${role}`,
        group: 'settings.payment.steps',
      }),
    ),
    { name: 'giftAboveMinor', type: 'text', label: 'settings.payment.gift', hint: 'settings.payment.gift.hint' },
  ];
}

export function approvalFields({ currency, steps, giftAboveMinor }: Approval): Fields {
  const above = steps.map(({ aboveMinor }, i) => [`steps.${i}.aboveMinor`, amountText(aboveMinor, currency)]);
  const roles = steps.map(({ role }, i) => [`steps.${i}.role`, role]);
  return {
    currency,
    ...Object.fromEntries([...above, ...roles]),
    giftAboveMinor: amountText(giftAboveMinor, currency),
  };
}

export function approvalInput(fields: Fields): PolicyValueInput {
  const text = (name: string) => String(fields[name] ?? '');
  const currency = text('currency').trim().toUpperCase();
  const known = isKnown(currency) ? currency : 'CNY';
  const steps = APPROVAL_ROLES.flatMap((_, i) => {
    const role = APPROVAL_ROLES.find((one) => one === fields[`steps.${i}.role`]);
    return role === undefined ? [] : [{ role, aboveMinor: amountOf(text(`steps.${i}.aboveMinor`), known) }];
  });
  return { approval: { currency, steps, giftAboveMinor: amountOf(text('giftAboveMinor'), known) } };
}

function isKnown(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency);
}

export function standardShape(): FieldShape[] {
  return KINDS.flatMap((kind): FieldShape[] => {
    const group = `settings.payment.kind.${kind}` as const;
    return [
      { name: `${kind}.basis`, type: 'basis', label: 'settings.payment.basis', group },
      { name: `${kind}.value`, type: 'text', label: 'settings.payment.value', group },
    ];
  });
}

export function standardFields({ lines, currency }: Standard): Fields {
  const fields: Fields = { currency };
  for (const kind of KINDS) {
    const line = lines.find((one) => one.kind === kind);
    const percent = line?.basis === 'PERCENT';
    fields[`${kind}.basis`] = line?.basis ?? NO_STANDARD;
    fields[`${kind}.value`] = line === undefined ? '' : percent ? String(line.value) : amountText(line.value, currency);
  }
  return fields;
}

export function standardInput(fields: Fields): PolicyValueInput {
  const currency = String(fields['currency'] ?? 'CNY');
  const lines = KINDS.flatMap((kind) => {
    const basis = STANDARD_BASES.find((one) => one === fields[`${kind}.basis`]);
    if (basis === undefined) return [];
    const text = String(fields[`${kind}.value`] ?? '');
    const percent = /^\s*(\d{1,4})\s*%?\s*$/.exec(text.normalize('NFKC'))?.[1];
    const value = basis === 'PERCENT' ? Number(percent ?? -1) : amountOf(text, currency);
    return [{ kind, basis, value }];
  });
  return { compensation: { lines } };
}
