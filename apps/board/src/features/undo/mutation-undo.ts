/** What leads back from an act of the drawer, by its mutation and the complaint before and after it. Pure. */
import type { DocumentNode } from 'graphql';
import { mutationField } from '../../app/mutation-field.ts';
import type { ComplaintView } from '../complaint/complaint-documents.ts';
import { undoOfAssignment, undoOfMove } from './board-undo.ts';
import type { FormerFacts, UndoOne } from './undo.ts';

export type Before = ComplaintView & { position?: string };

interface Facts {
  input: { complaintIds?: readonly string[] };
  before: Before;
  after: ComplaintView;
}

/** The acts of the drawer that can lead back; the others never do (acts.ts). */
export const BACK_BY: Readonly<Record<string, (facts: Facts) => UndoOne | null>> = {
  complaintMove: ({ before, after }) => undoOfMove(before, after),
  complaintAssign: ({ before, after }) => undoOfAssignment(before, after),
  complaintRoute: ({ before, after }) => undoOfGrading(before, after),
  factsSet: ({ before, after }) => undoOfFacts(before, after),
  handoffRequest: ({ after: { id: complaintId, number, pendingHandoff } }) =>
    pendingHandoff && { kind: 'withdrawHandoff', number, complaintId, handoffId: pendingHandoff.id },
  complaintHold: ({ after: { id: complaintId, number, hold } }) => {
    if (hold === null) return null;
    const { id: holdId } = hold;
    return hold.state === 'ACTIVE'
      ? { kind: 'resume', number, complaintId, holdId }
      : { kind: 'withdrawHold', number, holdId };
  },
  // From another coordinator it was taken over: it would not go back to them.
  complaintSupervise: ({ before, after: { id: complaintId, number, supervisedAt: since } }) =>
    before.supervisedAt === null && since !== null ? { kind: 'endSupervision', number, complaintId, since } : null,
  dutyGive: ({ before, after: { number, duties } }) => {
    const known = new Set(before.duties.nodes.map(({ id }) => id));
    const [given, another] = duties.nodes.filter(({ id }) => !known.has(id));
    return given === undefined || another !== undefined ? null : { kind: 'waiveDuty', number, dutyId: given.id };
  },
  groupAdd: ({ input: { complaintIds: childIds = [] }, after: { id: complaintId, number } }) => ({
    kind: 'leaveGroup',
    number,
    complaintId,
    childIds,
  }),
  groupRemove: ({ input: { complaintIds: childIds = [] }, after: { id: complaintId, number } }) => ({
    kind: 'joinGroup',
    number,
    complaintId,
    childIds,
  }),
};

/** Null where nothing leads back: from this act, from what it changed, or because nobody knows how it was before. */
export function undoOfMutation(
  document: DocumentNode,
  variables: { input?: Facts['input'] },
  before: Before | null,
  data: unknown,
): UndoOne | null {
  const name = mutationField(document);
  const result = (data as Record<string, { complaint?: ComplaintView; cursor?: string }>)[name];
  const after = result?.complaint;
  if (before === null || after === undefined || after.id !== before.id) return null;
  const undo = BACK_BY[name]?.({ input: variables.input ?? {}, before, after }) ?? null;
  return undo && { ...undo, act: result?.cursor };
}

/** Its department keeps it: only category and severity go back. A complaint that once had a category is never without one again. */
function undoOfGrading(before: Before, after: ComplaintView): UndoOne | null {
  const { id: complaintId, number, version } = after;
  if (after.department === null || before.department?.code !== after.department.code) return null;
  if (before.category === null && after.category !== null) return null;
  const { severity } = before;
  const categoryCode = before.category?.code ?? null;
  return { kind: 'grade', complaintId, number, version, departmentCode: after.department.code, categoryCode, severity };
}

const WORDS = ['subject', 'demand', 'place', 'about'] as const;
/** What was masked when it was shown can't be written back. */
const MASK = '*';

/** What may come of a case raises its severity and more: that is set right by routing, and so is a severity that rose with it. */
function undoOfFacts(before: Before, after: ComplaintView): UndoOne | null {
  const { id: complaintId, number, version } = after;
  if (before.consequences.join() !== after.consequences.join() || before.severity !== after.severity) return null;
  const facts: FormerFacts = {};
  for (const name of WORDS) {
    if (before[name] === after[name]) continue;
    if (before[name]?.includes(MASK) === true) return null;
    if (name !== 'subject') facts[name] = before[name];
    else facts.subject = before.subject;
  }
  if (before.kind !== after.kind) facts.kind = before.kind;
  if (before.occurredAt !== after.occurredAt) facts.occurredAt = before.occurredAt;
  if (before.category?.code !== after.category?.code) {
    if (before.category === null) return null;
    facts.categoryCode = before.category.code;
  }
  return Object.keys(facts).length === 0 ? null : { kind: 'facts', complaintId, number, version, facts };
}
