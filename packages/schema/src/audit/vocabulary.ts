/** The words of the audit trail, as enums of the contract. */
import type { Origin } from '@redress/domain/actions/context';
import { builder } from '../builder.ts';

/** The names of the contract, and what the audit row has for them. */
export const VIAS = {
  WEB: 'web',
  API: 'api',
  CLI: 'cli',
  CLOCK: 'clock',
  IMPORT: 'import',
  SETUP: 'setup',
  LINK: 'link',
} as const satisfies Record<string, Origin['via']>;

export const AuditViaEnum = builder.enumType('AuditVia', {
  description: 'From where a change came. More may be added.',
  values: {
    WEB: { value: VIAS.WEB, description: 'The board, or another page in a browser.' },
    API: { value: VIAS.API, description: 'An integration, with its token.' },
    CLI: { value: VIAS.CLI, description: 'A command at the server.' },
    CLOCK: { value: VIAS.CLOCK, description: 'A deadline: the product itself.' },
    IMPORT: { value: VIAS.IMPORT, description: 'An import.' },
    LINK: { value: VIAS.LINK, description: 'The signed link of an e-mail or a message card.' },
    SETUP: { value: VIAS.SETUP, description: 'The start of the product: defaults of a new version, and the demo.' },
  },
});
