/** Lists of complaints that are taken away as a file: asked for by one person, approved by another, taken once. */
import type { ExportView } from '@redress/domain/reads/exports';
import { listExports } from '@redress/domain/reads/exports';
import { EXPORT_STATES, exportMark, exportState } from '@redress/domain/rules/exports';
import type { ExportState } from '@redress/domain/rules/exports';
import { maskText } from '@redress/domain/rules/mask';
import { mayDecideExport, mayExport } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { SeverityEnum, StageEnum } from '../complaint/vocabulary.ts';
import { Department } from '../department/department.ts';
import { encodeId } from '../ids.ts';
import { Member } from '../member/member.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';

const ABOUT: Record<ExportState, string> = {
  REQUESTED: 'It waits for a second person.',
  APPROVED: 'Who asked for it may take it, once.',
  REFUSED: 'It was turned down.',
  TAKEN: 'It was taken.',
  LAPSED: 'Nobody decided on it, or took it, within 72 hours: it has to be asked for again.',
};

export const ExportStateEnum = builder.enumType('ExportState', {
  description: 'How an export stands.',
  values: Object.fromEntries(EXPORT_STATES.map((state) => [state, { description: ABOUT[state] }])) as Record<
    ExportState,
    { description: string }
  >,
});

/** Where its taker finds it; once. */
const downloadUrl = (id: string) => `/export/complaints.csv?id=${encodeId('ComplaintExport', id)}`;

export const ComplaintExport = builder.objectRef<ExportView>('ComplaintExport').implement({
  description:
    'A list of complaints that somebody asked to take away (导出): masked, watermarked, approved by a second person.',
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => encodeId('ComplaintExport', id) }),
    mark: t.string({
      description: 'By what the file is known: it stands in its head and in each of its lines.',
      resolve: ({ id }) => exportMark(id),
    }),
    state: t.field({
      type: ExportStateEnum,
      description: 'How it stands.',
      resolve: (row, _args, { now }) => exportState(row, now()),
    }),
    reason: t.string({
      description: 'What it is for; numbers in it are masked.',
      resolve: (row) => maskText(row.reason),
    }),
    stages: t.field({
      type: [StageEnum],
      nullable: true,
      description: 'Of complaints in these stages; null: in any.',
      resolve: ({ filter }) => filter.stages,
    }),
    severities: t.field({
      type: [SeverityEnum],
      nullable: true,
      description: 'Of complaints of these severities; null: of any.',
      resolve: ({ filter }) => filter.severities,
    }),
    departments: t.field({
      type: [Department],
      nullable: true,
      description: 'Of complaints that these departments handle; null: of any in sight of who takes it.',
      resolve: ({ filter }, _args, { directory }) =>
        filter.departmentIds?.flatMap((id) => directory.department(id) ?? []) ?? null,
    }),
    receivedFrom: t.field({
      type: 'DateTime',
      description: 'Of complaints that were received at this moment or later.',
      resolve: ({ filter }) => new Date(filter.receivedFrom),
    }),
    receivedBefore: t.field({
      type: 'DateTime',
      description: 'Of complaints that were received before this moment.',
      resolve: ({ filter }) => new Date(filter.receivedBefore),
    }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked for it, and takes it.',
      resolve: ({ requestedById }, _args, { directory }) => directory.member(requestedById),
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    lapsesAt: t.expose('lapsesAt', { type: 'DateTime', description: 'Until when it may be decided on and taken.' }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided on it; null before.',
      resolve: ({ decidedById }, _args, { directory }) => directory.member(decidedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided on; null before.',
    }),
    decisionReason: t.string({
      nullable: true,
      description: 'Why it was turned down; null when it was not. Numbers in it are masked.',
      resolve: ({ decisionReason }) => (decisionReason === null ? null : maskText(decisionReason)),
    }),
    takenAt: t.expose('takenAt', { type: 'DateTime', nullable: true, description: 'When it was taken; null before.' }),
    rowCount: t.expose('rows', {
      type: 'Int',
      nullable: true,
      description: 'How many complaints it held; null before it was taken.',
    }),
    viewerMayDecide: t.boolean({
      description: 'Whether it waits for the caller: somebody else asked for it. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, { principal, now }) =>
        principal !== null && exportState(row, now()) === 'REQUESTED' && mayDecideExport(principal, row),
    }),
    viewerDownload: t.string({
      nullable: true,
      description:
        'The path from which the caller takes it, once; null when it is not theirs, or not approved. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, { principal, now }) =>
        principal?.kind === 'MEMBER' && principal.id === row.requestedById && exportState(row, now()) === 'APPROVED'
          ? downloadUrl(row.id)
          : null,
    }),
  }),
});

builder.queryField('complaintExports', (t) =>
  t.field({
    type: [ComplaintExport],
    description:
      'Exports, the newest first, at most 100: everybody’s for those who decide on them, else the caller’s own; none for who may not export.',
    complexity: { field: 10, multiplier: 20 },
    resolve: (_root, _args, ctx) => {
      const principal = requirePrincipal(ctx);
      if (principal.kind !== 'MEMBER' || !mayExport(principal)) return [];
      const decides = mayDecideExport(principal, { requestedById: '' });
      return listExports(ctx.db, decides ? null : principal.id);
    },
  }),
);
