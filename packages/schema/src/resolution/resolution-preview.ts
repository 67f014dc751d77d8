/** What a way of settling a complaint would come to, before it is proposed. */
import { earlierPayments } from '@redress/domain/reads/payments';
import { approvalPolicy, assess } from '@redress/domain/reads/resolution-policies';
import type { Assessment } from '@redress/domain/reads/resolution-policies';
import { amountProblem } from '@redress/domain/rules/money';
import { suits } from '@redress/domain/rules/resolution';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { RoleEnum } from '../member/role.ts';
import { Money } from '../money/money.ts';
import { ResolutionKindEnum } from './vocabulary.ts';

interface PreviewSource extends Assessment {
  isOrderNeeded: boolean;
  suits: boolean;
  earlier: number;
}

const ResolutionPreview = builder.objectRef<PreviewSource>('ResolutionPreview').implement({
  description: 'What the standard of the category, the ladder of approvals and earlier payments say of a proposal.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: "The company's currency, by its ISO 4217 code." }),
    standard: t.field({
      type: Money,
      nullable: true,
      description: 'What the standard allows; null when it says nothing of the kind, or no amount was given.',
      resolve: ({ standardMinor, currency }) => (standardMinor === null ? null : { minor: standardMinor, currency }),
    }),
    deviates: t.exposeBoolean('deviates', { description: 'Whether the amount would leave the standard.' }),
    isOrderNeeded: t.exposeBoolean('isOrderNeeded', {
      description: 'Whether the standard is a share of what the order cost, which was not given.',
    }),
    approvalRoles: t.field({
      type: [RoleEnum],
      description: 'Whose approval it would take, in this order; empty when it takes none.',
      resolve: ({ roles }) => roles,
    }),
    suits: t.exposeBoolean('suits', {
      description: 'Whether it can be given for what was found: of an unfounded complaint nothing that is owed.',
    }),
    earlierPayments: t.exposeInt('earlier', {
      description: 'Payments to the same customer in the last 365 days.',
    }),
  }),
});

builder.objectFields(Complaint, (t) => ({
  resolutionPreview: t.field({
    type: ResolutionPreview,
    description: 'What a resolution would come to if it were proposed now; nothing is written (docs/SPEC.md, RS19).',
    // Of one complaint, while somebody types.
    complexity: { field: 10 },
    args: {
      kind: t.arg({ type: ResolutionKindEnum, required: true, description: 'What would be given.' }),
      amountMinor: t.arg({ type: 'MinorUnits', description: 'In the smallest unit of the currency. Null: none.' }),
      orderMinor: t.arg({ type: 'MinorUnits', description: 'What the order cost. Null: not known.' }),
    },
    resolve: async (complaint, { kind, amountMinor, orderMinor }, { directory, db, now }) => {
      const amount = usable(amountMinor);
      const facts = { kind, amountMinor: amount, orderMinor: usable(orderMinor) };
      const assessed = assess(directory, complaint.categoryCode, facts);
      const nothing = { standardMinor: null, deviates: false, roles: [], currency: approvalPolicy(directory).currency };
      const payments = await earlierPayments(db, complaint.customerId, now(), null);
      return {
        ...(assessed === 'ORDER_NEEDED' ? nothing : assessed),
        isOrderNeeded: assessed === 'ORDER_NEEDED',
        suits: suits(complaint.validity, kind),
        earlier: payments.length,
      };
    },
  }),
}));

/** An amount that is none yet says nothing: the person is typing. */
function usable(minor: number | null | undefined): number | null {
  return minor == null || amountProblem(minor) !== null ? null : minor;
}
