/** Investigations: what was looked into, and what was found. */
import type { InvestigationView } from '@redress/domain/reads/complaint-view';
import { readsResponsibility } from '@redress/domain/rules/investigation';
import { attachedFiles } from '../attachment/attached.ts';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { ValidityEnum } from '../complaint/vocabulary.ts';
import { Department } from '../department/department.ts';
import { maskedLine, maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { RootCause } from './root-cause.ts';

const Report = builder.objectRef<InvestigationView>('InvestigationReport').implement({
  description: 'The report of an investigation, handed in whole.',
  fields: (t) => ({
    course: maskedLine(t, { description: 'What happened; empty when it was erased.', text: (row) => row.course }),
    findings: maskedLine(t, { description: 'What was found; empty when it was erased.', text: (row) => row.findings }),
    conclusion: maskedLine(t, {
      description: 'What follows from it; empty when it was erased.',
      text: (row) => row.conclusion,
    }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who handed it in; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.reportedById),
    }),
    at: t.field({ type: 'DateTime', description: 'When it was handed in.', resolve: (row) => row.reportedAt! }),
  }),
});

const Responsibility = builder.objectRef<InvestigationView>('Responsibility').implement({
  description: 'Whose fault it was (定责).',
  fields: (t) => ({
    department: t.field({
      type: Department,
      description: 'The responsible department.',
      resolve: (row, _args, { directory }) => directory.department(row.responsibleDepartmentId)!,
    }),
    note: maskedText(t, {
      description: 'What there is to say about it; null when nothing was, or it was erased.',
      text: (row) => row.responsibleNote,
    }),
  }),
});

export const Investigation = builder.objectRef<InvestigationView>('Investigation').implement({
  description: 'The investigation of one round of a complaint (调查).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Investigation', (id, ctx) => findChild(ctx, ctx.loaders.investigation, id))),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
    report: t.field({
      type: Report,
      nullable: true,
      description: 'Its report; null before it was handed in.',
      resolve: (row) => (row.reportedAt === null ? null : row),
    }),
    validity: t.expose('validity', { type: ValidityEnum, description: 'Whether the complaint is well founded.' }),
    validityReason: maskedText(t, {
      description: 'Why; null before it was decided, and when it was erased.',
      text: (row) => row.validityReason,
    }),
    evidence: t.field({
      type: [Attachment],
      description: 'The files that show it, those included that were removed since; empty when none was named.',
      resolve: ({ evidenceIds }, _args, ctx) => attachedFiles(evidenceIds, ctx),
    }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided it; null before, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    rootCause: t.field({
      type: RootCause,
      nullable: true,
      description: 'Why it happened; null before it was found.',
      resolve: (row, _args, { directory }) => directory.rootCause(row.rootCauseCode),
    }),
    rootCauseNote: maskedText(t, {
      description: 'What there is to say about the cause; null when nothing was, or it was erased.',
      text: (row) => row.rootCauseNote,
    }),
    responsibility: t.field({
      type: Responsibility,
      nullable: true,
      description:
        'Whose fault it was, for coordinators, executives, the auditor and the head of that department; null for everybody else, and before it was decided. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, { principal }) => {
        const { responsibleDepartmentId: decided } = row;
        if (decided === null || principal === null) return null;
        return readsResponsibility(principal, decided) ? row : null;
      },
    }),
    summary: maskedText(t, {
      description: 'The closing summary (结案小结); null before it was written, and when it was erased.',
      text: (row) => row.summary,
    }),
    summarisedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote the summary; null before, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.summarisedById),
    }),
    summarisedAt: t.expose('summarisedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
  }),
});
