/** Who is calling. */
import {
  auditSight,
  mayErase,
  mayKeepSettings,
  mayLookUp,
  mayOverride,
  mayRegister,
} from '@redress/domain/rules/permissions';
import { scopeOf } from '@redress/domain/rules/principal';
import type { IntegrationPrincipal, MemberPrincipal, Principal, RoleHolding } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { TokenScopeEnum } from '../integration/integration.ts';
import { Member } from '../member/member.ts';
import { StageInfo, settledStages } from '../policy/stages.ts';
import { RoleEnum } from '../member/role.ts';

const RoleAssignment = builder.objectRef<RoleHolding>('RoleAssignment').implement({
  description: 'A role that a member holds.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The role.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department it is held in; null: for the company.',
      resolve: (held, _args, { directory }) => directory.department(held.departmentId),
    }),
  }),
});

const ViewerPermissions = builder.objectRef<MemberPrincipal>('ViewerPermissions').implement({
  description: 'What the member may do that is not about one complaint.',
  fields: (t) => ({
    register: t.boolean({ description: 'Whether they may register complaints.', resolve: mayRegister }),
    override: t.boolean({
      description: 'Whether they may waive what a move is missing (特批放行).',
      resolve: mayOverride,
    }),
    audit: t.boolean({
      description: 'Whether they may read the audit trail, or what of it concerns no complaint.',
      resolve: (viewer) => auditSight(viewer) !== null,
    }),
    settings: t.boolean({ description: 'Whether they keep the settings.', resolve: mayKeepSettings }),
    erase: t.boolean({
      description: 'Whether they answer for personal data: copies of it, and its erasure.',
      resolve: mayErase,
    }),
    lookUp: t.boolean({
      description: "Whether they find a caller's complaints by a whole number or address: `customerLookup`.",
      resolve: mayLookUp,
    }),
    seesAll: t.boolean({
      description: 'Whether they see every complaint.',
      resolve: (viewer) => scopeOf(viewer).seesAll,
    }),
  }),
});

export const MemberViewer = builder.objectRef<MemberPrincipal>('MemberViewer').implement({
  description: 'A member who is signed in.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Who they are.',
      resolve: ({ id }, _args, { directory }) => directory.member(id)!,
    }),
    roles: t.field({
      type: [RoleAssignment],
      description: 'The roles they hold now.',
      resolve: ({ roles }) => [...roles],
    }),
    locale: t.string({
      description:
        'The language that they are written to in: `zh-CN` or `en`. The one they chose, else the one they first signed in in; the one of this request while neither is known.',
      resolve: ({ id }, _args, { directory, locale }) => directory.member(id)?.locale ?? locale,
    }),
    permissions: t.field({
      type: ViewerPermissions,
      description: 'What they may do that is not about one complaint.',
      resolve: (viewer) => viewer,
    }),
    stages: t.field({
      type: [StageInfo],
      description: 'The stages of the process, in their order, as the company has settled them.',
      resolve: (_viewer, _args, { directory }) => settledStages(directory),
    }),
    demo: t.boolean({
      description: 'Whether this is an account of the demo company.',
      resolve: ({ id }, _args, { directory }) => directory.member(id)?.demo ?? false,
    }),
  }),
});

const IntegrationViewer = builder.objectRef<IntegrationPrincipal>('IntegrationViewer').implement({
  description: 'Another system that calls with a token.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What its token was named when it was made.' }),
    scopes: t.field({
      type: [TokenScopeEnum],
      description: 'What the token may be used for.',
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
});

export const Viewer = builder.unionType('Viewer', {
  description: 'Who is calling. More kinds may be added: have a default branch.',
  types: [MemberViewer, IntegrationViewer],
  resolveType: (viewer) => (viewer.kind === 'MEMBER' ? 'MemberViewer' : 'IntegrationViewer'),
});

/** The principal as a viewer; null for those who have no account. */
export function viewerOf(principal: Principal | null): MemberPrincipal | IntegrationPrincipal | null {
  return principal?.kind === 'MEMBER' || principal?.kind === 'INTEGRATION' ? principal : null;
}

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Who is calling; null before sign-in.',
    resolve: (_root, _args, { principal }) => viewerOf(principal),
  }),
);
