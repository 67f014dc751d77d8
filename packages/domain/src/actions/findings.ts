/** What the investigation of a round has come to so far: one row, which each finding adds to (docs/SPEC.md, IV1). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import type { Draft } from './draft.ts';

type Investigation = TableRows['investigation'];

/** Adds to the findings of the round, which begin with the first one. */
export function addFindings(draft: Draft, found: Partial<Investigation>): Investigation {
  const known = draft.investigation;
  const row = { ...(known ?? nothingFound(draft)), ...found };
  if (known === null) draft.insert('investigation', row);
  else draft.put('investigation', row);
  draft.investigation = row;
  draft.edit();
  return row;
}

function nothingFound({ complaint }: Draft): Investigation {
  return {
    id: uuidv7(),
    complaintId: complaint.id,
    round: complaint.round,
    course: null,
    findings: null,
    conclusion: null,
    reportedById: null,
    reportedAt: null,
    validity: 'UNDETERMINED',
    validityReason: null,
    evidenceIds: [],
    decidedById: null,
    decidedAt: null,
    rootCauseCode: null,
    rootCauseNote: null,
    responsibleDepartmentId: null,
    responsibleNote: null,
    summary: null,
    summarisedById: null,
    summarisedAt: null,
  };
}
