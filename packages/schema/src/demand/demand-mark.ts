/** Marks of unreasonable demands: shown at a customer's complaints until a date, and nothing else (docs/SPEC.md, UD). */
import type { DemandMarkView } from '@redress/domain/reads/complaint-view';
import { decidesMark, stands } from '@redress/domain/rules/demand-mark';
import type { DemandMarkState } from '@redress/domain/rules/vocabulary';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';

const DemandMarkStateEnum = builder.enumType('DemandMarkState', {
  description: 'How the mark of a customer’s demands stands. Past its date it shows no more, whatever it is.',
  values: {
    REQUESTED: { description: 'It waits for a second person.' },
    ACTIVE: { description: 'It shows.' },
    REFUSED: { description: 'The second person did not agree.' },
    ENDED: { description: 'It was taken back.' },
  } satisfies Record<DemandMarkState, { description: string }>,
});

/** So many files show enough. */
export const MAX_EVIDENCE = 20;

export const DemandMark = builder.objectRef<DemandMarkView>('DemandMark').implement({
  description:
    'The demands of a customer were found unreasonable (不合理诉求), by two people, until a date. Shown to colleagues; it changes nothing in how a complaint is taken, graded, routed or handled.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('DemandMark', (id, ctx) => findChild(ctx, ctx.loaders.demandMarks.byId, id))),
    state: t.expose('state', { type: DemandMarkStateEnum, description: 'How it stands.' }),
    reason: maskedText(t, { description: 'Why; null when it was erased.', text: ({ reason }) => reason }),
    evidence: maskedText(t, {
      description: 'What shows it; null when it was erased.',
      text: ({ evidence }) => evidence,
    }),
    attachments: t.field({
      type: [Attachment],
      description:
        'Files that show it, of the complaint where it was marked; none when the caller does not see that one.',
      complexity: { field: 1, multiplier: MAX_EVIDENCE },
      resolve: async ({ evidenceIds }, _args, ctx) => {
        const found = await Promise.all(evidenceIds.map((id) => findChild(ctx, ctx.loaders.attachments.byId, id)));
        return found.filter((one) => one !== null);
      },
    }),
    until: t.expose('until', { type: 'DateTime', description: 'When it ends by itself.' }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'Where it was marked; null when the caller may not see it.',
      resolve: ({ complaintId }, _args, { loaders }) => loaders.complaint.load(complaintId),
    }),
    markedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked for it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.markedById),
    }),
    markedAt: t.expose('markedAt', { type: 'DateTime', description: 'When.' }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who was the second person; null before.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    decisionReason: maskedText(t, {
      description: 'What the second person said; null when nothing, or it was erased.',
      text: ({ decisionReason }) => decisionReason,
    }),
    viewerDecides: t.boolean({
      description: 'Whether `demandMarkDecide` is the caller’s to do: never of their own. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (mark, _args, { principal, now }) =>
        principal !== null && mark.state === 'REQUESTED' && stands(mark, now()) && decidesMark(principal, mark),
    }),
  }),
});

builder.objectFields(Complaint, (t) => ({
  demandMarks: t.field({
    type: [DemandMark],
    description:
      'What stands of marks of its customer’s demands, whichever of their complaints it was made at: those that show, and those that wait for a second person; the newest first.',
    resolve: async ({ customerId }, _args, { loaders, now }) => {
      if (customerId === null) return [];
      const marks = await loaders.demandMarksOf.load(customerId);
      return marks.filter((mark) => stands(mark, now()));
    },
  }),
}));
