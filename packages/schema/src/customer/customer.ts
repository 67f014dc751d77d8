/** Customers, masked: enough to recognise whom one knows, too little to reach them (docs/SPEC.md, VIS5). */
import type { CustomerView } from '@redress/domain/reads/complaint-view';
import { CUSTOMER_COLUMNS } from '@redress/domain/reads/child-columns';
import { maskEmail, maskName, maskPhone } from '@redress/domain/rules/mask';
import type { SchemaContext } from '../context.ts';
import { builder } from '../builder.ts';
import { maskedText, masks } from '../masked-text.ts';
import { Node, nodeId } from '../node/node.ts';

export const Customer = builder.objectRef<CustomerView>('Customer').implement({
  description: 'Who complains. Personal data is always masked in fields.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Customer', findCustomer)),
    name: t.string({
      nullable: true,
      extensions: masks,
      description: 'Their name, masked: 王**. Null when it is not known, or was erased.',
      resolve: ({ name }) => name && maskName(name),
    }),
    phone: t.string({
      nullable: true,
      extensions: masks,
      description: 'Their telephone number, masked: 199****00. Null when it is not known, or was erased.',
      resolve: ({ phone }) => phone && maskPhone(phone),
    }),
    email: t.string({
      nullable: true,
      extensions: masks,
      description: 'Their e-mail address, masked: w***@example.com. Null when it is not known, or was erased.',
      resolve: ({ email }) => email && maskEmail(email),
    }),
    region: maskedText(t, {
      description: 'Where they live; null when it is not known.',
      text: (customer) => customer.region,
      whose: itself,
    }),
    tier: maskedText(t, {
      description: 'Their membership tier (会员等级); null without one.',
      text: (customer) => customer.tier,
      whose: itself,
    }),
    group: maskedText(t, {
      description: 'The customer group they belong to; null without one.',
      text: (customer) => customer.group,
      whose: itself,
    }),
  }),
});

/** Region, tier and group are lines that anybody may have typed, a number too. */
const itself = (customer: CustomerView) => customer;

/** A customer is seen by whom one of their complaints is seen. */
async function findCustomer(id: string, ctx: SchemaContext): Promise<CustomerView | null> {
  if (!(await ctx.loaders.seesCustomer.load(id))) return null;
  const select = Object.fromEntries(CUSTOMER_COLUMNS.map((column) => [column, true]));
  return (await ctx.db.prisma.customer.findUnique({ where: { id }, select })) as CustomerView | null;
}
