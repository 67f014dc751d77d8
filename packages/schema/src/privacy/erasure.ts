/** Erasures of customers: for those who answer for personal data (docs/SPEC.md, PD10). They name nobody but masked. */
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { findErasureView, listErasures } from '@redress/domain/reads/erasures';
import type { ErasureView } from '@redress/domain/reads/erasures';
import { mayDecideErasure, mayErase } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { connection, forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { Node, nodeId } from '../node/node.ts';
import { forbidden, reading, requirePrincipal } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { ErasureGroundEnum, ErasureStateEnum } from './vocabulary.ts';

const hasLapsed = ({ state, lapsesAt }: ErasureView, now: Date) => state === 'REQUESTED' && lapsesAt <= now;

export const Erasure = builder.objectRef<ErasureView>('Erasure').implement({
  description:
    'The erasure of a customer, which one person asks for and another carries out. For coordinators and supervisors.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(
      nodeId('Erasure', (id, { db, principal }) =>
        principal !== null && mayErase(principal) ? findErasureView(db, id) : null,
      ),
    ),
    state: t.field({
      type: ErasureStateEnum,
      description: 'What became of it.',
      resolve: (row, _args, { now }) => (hasLapsed(row, now()) ? 'LAPSED' : row.state),
    }),
    ground: t.expose('ground', { type: ErasureGroundEnum, description: 'On what ground.' }),
    reason: maskedText(t, {
      description: 'The same in words; null when nothing was said, and once the customer was erased.',
      text: (row) => row.reason,
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'The complaint that it was asked for at; null when the caller may not see it.',
      resolve: ({ complaintId }, _args, { loaders }) => loaders.complaint.load(complaintId),
    }),
    complaintCount: t.exposeInt('complaints', { description: 'How many complaints the customer has: all are erased.' }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked for it; null for the product itself.',
      resolve: ({ requestedById }, _args, { directory }) => directory.member(requestedById),
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    lapsesAt: t.expose('lapsesAt', {
      type: 'DateTime',
      description: 'Until when it can be carried out; then it has to be asked for again.',
    }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided on it; null before, and for the product itself.',
      resolve: ({ decidedById }, _args, { directory }) => directory.member(decidedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided on; null before.',
    }),
    viewerMayCarryOut: t.boolean({
      description: 'Whether the caller may carry it out: it waits, and somebody else asked. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, { principal, now }) =>
        row.state === 'REQUESTED' && !hasLapsed(row, now()) && principal !== null && mayDecideErasure(principal, row),
    }),
  }),
});

const ErasureConnection = connection('Erasure', Erasure, 'Erasures, the newest first.');

builder.queryField('erasures', (t) =>
  t.field({
    type: ErasureConnection,
    description:
      'Erasures of customers, the newest first. For coordinators and supervisors; everybody else gets FORBIDDEN.',
    args: forwardArgs('erasures', DEFAULT_PAGE, MAX_PAGE),
    complexity: pageCost(DEFAULT_PAGE),
    resolve: (_root, page, ctx) => {
      if (!mayErase(requirePrincipal(ctx))) {
        throw forbidden('Personal data is looked after by coordinators and supervisors.');
      }
      return reading(listErasures(ctx.db, page));
    },
  }),
);
