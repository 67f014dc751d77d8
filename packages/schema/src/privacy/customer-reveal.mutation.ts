import { customerReveal } from '@redress/domain/actions/customer-reveal';
import { loadWords } from '@redress/domain/reads/complaint-words';
import type { ComplaintView, CustomerView } from '@redress/domain/reads/complaint-view';
import { maskBesideMatter, maskMatter, maskText } from '@redress/domain/rules/mask';
import { permissionsOn } from '@redress/domain/rules/permissions';
import type { RevealReason } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { permissionFacts } from '../complaint/complaint-facts.ts';
import type { SchemaContext } from '../context.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optionalText } from '../mutation/input.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { RevealReasonEnum } from './vocabulary.ts';

interface Words {
  masked: string;
  text: string;
}

interface Revealed {
  customer: CustomerView | null;
  words: Words[];
}

/** What colleagues work by: numbers of orders and of an agency's cases stay readable there. */
const OF_MATTERS: readonly string[] = ['complaint_text.about', 'regulator_case.reference'];

const RevealedWords = builder.objectRef<Words>('RevealedWords').implement({
  description: 'A text of a complaint that fields answer with masked.',
  fields: (t) => ({
    masked: t.exposeString('masked', { description: 'As fields answer with it.' }),
    text: t.exposeString('text', { description: 'As it was written.' }),
  }),
});

const RevealedCustomer = builder.objectRef<Revealed>('RevealedCustomer').implement({
  description:
    'Whom a complaint is from, and its texts, as they are stored. Clients keep it no longer than it is looked at.',
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: 'Their name; null when it is not known, or was erased.',
      resolve: ({ customer }) => customer?.name ?? null,
    }),
    phone: t.string({
      nullable: true,
      description: 'Their telephone number; null when it is not known, or was erased.',
      resolve: ({ customer }) => customer?.phone ?? null,
    }),
    email: t.string({
      nullable: true,
      description: 'Their e-mail address; null when it is not known, or was erased.',
      resolve: ({ customer }) => customer?.email ?? null,
    }),
    texts: t.field({
      type: [RevealedWords],
      description: 'Every text of the complaint in which something is masked, wherever it stands.',
      resolve: ({ words }) => words,
    }),
  }),
});

/** Whose fault it was, and why, is not for everybody who handles the case. */
const SEEN_BY_FEW = 'responsibleNote';

/** Under today's permissions: a retry of a reveal shows nothing to who has lost the complaint meanwhile. */
async function revealed(view: ComplaintView, { db, principal }: SchemaContext): Promise<Revealed | null> {
  if (principal === null || !permissionsOn(principal, permissionFacts(view)).reveal) return null;
  const { customer, about } = view;
  const stored = (await loadWords(db, [view.id])).filter(({ column }) => column !== SEEN_BY_FEW);
  const words = stored.map(({ table, column, text }) => {
    const place = `${table}.${column}`;
    if (place === 'complaint_text.description') return { masked: maskBesideMatter(text, about, customer), text };
    return { masked: (OF_MATTERS.includes(place) ? maskMatter : maskText)(text, customer), text };
  });
  return { customer, words: words.filter(({ masked, text }) => masked !== text) };
}

actionField({
  name: 'customerReveal',
  description:
    'Shows whom a complaint is from, unmasked: to members of the handling department, the registrar and coordinators. Each time is on the timeline and in the audit trail, without what was shown.',
  input: {
    description: 'Of which complaint, and what for.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      reason: t.field({ type: RevealReasonEnum, required: true, description: 'What it is needed for.' }),
      note: t.string({ description: 'The same in words; required with OTHER. At most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    reason: given<RevealReason>(),
    note: optionalText(PARAGRAPH),
  }),
  action: customerReveal,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  limit: { limit: 60, windowSeconds: 3_600 },
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      revealed: t.field({
        type: RevealedCustomer,
        nullable: true,
        description:
          'What was asked for; null in the answer to a repeated request of somebody whose it no longer is. Depends on the viewer.',
        extensions: viewerDependent,
        resolve: ({ complaint }, _args, ctx) => revealed(complaint, ctx),
      }),
    }),
  },
});
