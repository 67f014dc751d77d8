/** Integrations: other systems, which act with a token. */
import { builder } from '../builder.ts';
import { Node, nodeId } from '../node/node.ts';

export const TokenScopeEnum = builder.enumType('TokenScope', {
  description: 'What a token may be used for.',
  values: {
    READ: { description: 'To read.' },
    ACT: { description: 'To change, too.' },
  },
});

export interface IntegrationSource {
  id: string;
  name: string;
}

export const Integration = builder.objectRef<IntegrationSource>('Integration').implement({
  description: 'Another system that works here with a token.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(
      nodeId('Integration', async (id, { loaders }) => {
        const name = await loaders.integrationName.load(id);
        return name === '' ? null : { id, name };
      }),
    ),
    name: t.exposeString('name', { description: 'What its token was named when it was made.' }),
  }),
});
