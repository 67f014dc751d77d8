import type { RegulatorAgency, RegulatorAnswerState, RegulatorOutcome } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';

type Described<T extends string> = Record<T, { description: string }>;

export const RegulatorAgencyEnum = builder.enumType('RegulatorAgency', {
  description: 'Who handed a case on.',
  values: {
    CONSUMER_12315: { description: 'The consumer line of the market regulator (12315).' },
    CITY_12345: { description: "The city's line (12345)." },
    OTHER: { description: 'Another agency, which `agencyName` names.' },
  } satisfies Described<RegulatorAgency>,
});

export const RegulatorOutcomeEnum = builder.enumType('RegulatorOutcome', {
  description: 'What an agency says of a case in the end.',
  values: {
    SETTLED: { description: 'The customer and the company came to terms (调解成功).' },
    UPHELD: { description: 'The complaint is founded (支持投诉人).' },
    REJECTED: { description: 'It is not, or not for the agency (不予支持).' },
    WITHDRAWN: { description: 'The customer took it back (撤诉).' },
  } satisfies Described<RegulatorOutcome>,
});

export const RegulatorAnswerStateEnum = builder.enumType('RegulatorAnswerState', {
  description: 'How a written answer to an agency stands.',
  values: {
    WRITTEN: { description: 'It waits for its review.' },
    RETURNED: { description: 'Its reviewer sent it back: it is written anew.' },
    APPROVED: { description: 'It may be sent.' },
    SENT: { description: 'The agency has it.' },
    REPLACED: { description: 'Another one was written before it was sent.' },
  } satisfies Described<RegulatorAnswerState>,
});
