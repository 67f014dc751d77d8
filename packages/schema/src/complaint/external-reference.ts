/** The name of a complaint in another system. */
import { builder } from '../builder.ts';

export const ExternalReference = builder.objectRef<{ source: string; id: string }>('ExternalReference').implement({
  description: 'The name of a complaint in another system.',
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The other system, e.g. `crm`.' }),
    id: t.exposeString('id', { description: "The complaint's id in the other system." }),
  }),
});

export const ExternalReferenceInput = builder.inputType('ExternalReferenceInput', {
  description: 'The name of a complaint in another system; unique among all complaints.',
  fields: (t) => ({
    source: t.string({ required: true, description: 'The other system, e.g. `crm`.' }),
    id: t.string({ required: true, description: "The complaint's id in the other system." }),
  }),
});
