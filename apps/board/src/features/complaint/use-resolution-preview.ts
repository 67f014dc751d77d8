import { useDebouncedValue } from '@mantine/hooks';
import { minorOf } from '@redress/domain/rules/money';
import type { ResolutionKind } from '@redress/domain/rules/vocabulary';
import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const previewQuery = graphql(`
  query ResolutionPreview($id: ID!, $kind: ResolutionKind!, $amountMinor: MinorUnits, $orderMinor: MinorUnits) {
    complaint(by: { id: $id }) {
      id
      resolutionPreview(kind: $kind, amountMinor: $amountMinor, orderMinor: $orderMinor) {
        currency deviates isOrderNeeded approvalRoles suits earlierPayments
        standard { minor currency }
      }
    }
  }
`);

export type ResolutionPreview = NonNullable<ResultOf<typeof previewQuery>['complaint']>['resolutionPreview'];

/** Amounts are typed in it until the server has said which currency is the company's. */
const FIRST_CURRENCY = 'CNY';
/** In ms: somebody is typing. */
const ASK_AFTER = 300;

/** Amounts as they are typed. */
export interface TypedAmounts {
  amount: string;
  order: string;
}

/** What the company's rules say of a proposal while it is typed, and the amounts as numbers of its currency. */
export function useResolutionPreview(complaintId: string, kind: ResolutionKind, { amount, order }: TypedAmounts) {
  const [asked] = useDebouncedValue(JSON.stringify({ kind, amount, order }), ASK_AFTER);
  const typed = JSON.parse(asked) as TypedAmounts & { kind: ResolutionKind };
  const minor = (text: string, currency: string) => (text.trim() === '' ? null : minorOf(text, currency));
  const [{ data }] = useQuery({
    query: previewQuery,
    variables: {
      id: complaintId,
      kind: typed.kind,
      amountMinor: minor(typed.amount, FIRST_CURRENCY),
      orderMinor: minor(typed.order, FIRST_CURRENCY),
    },
    requestPolicy: 'network-only',
  });
  const preview = data?.complaint?.resolutionPreview ?? null;
  const currency = preview?.currency ?? FIRST_CURRENCY;
  const [amountMinor, orderMinor] = [minor(amount, currency), minor(order, currency)];
  return {
    preview,
    currency,
    amountMinor,
    orderMinor,
    wrong: {
      amount: amount.trim() !== '' && amountMinor === null,
      order: order.trim() !== '' && orderMinor === null,
    },
  };
}
