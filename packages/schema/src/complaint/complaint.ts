/** The complaint itself: what it is, where it stands, whose it is. Its lists stand in complaint-lists.ts. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import { permissionsOn } from '@redress/domain/rules/permissions';
import { exitCriteria } from '@redress/domain/reads/policy-values';
import type { Consequence } from '@redress/domain/rules/vocabulary';
import { unmetToLeave } from '@redress/domain/rules/stages';
import { builder } from '../builder.ts';
import { Category } from '../category/category.ts';
import { RoutingRule } from '../category/routing-rule.ts';
import { Customer } from '../customer/customer.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Department } from '../department/department.ts';
import { Escalation } from '../escalation/escalation.ts';
import { Handoff } from '../handoff/handoff.ts';
import { Hold } from '../hold/hold.ts';
import { maskedLine, maskedText } from '../masked-text.ts';
import { Investigation } from '../investigation/investigation.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { Node, nodeId } from '../node/node.ts';
import { RootCause } from '../investigation/root-cause.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { isMine, permissionFacts, stageFacts } from './complaint-facts.ts';
import { ComplaintPermissions, NOTHING_PERMITTED } from './complaint-permissions.ts';
import { ExternalReference } from './external-reference.ts';
import { StageOption, optionsOf } from './stage-option.ts';
import {
  ChannelEnum,
  ComplaintKindEnum,
  ConsequenceEnum,
  SeverityEnum,
  StageEnum,
  StageRequirementEnum,
  ValidityEnum,
} from './vocabulary.ts';

export const Complaint = builder.objectRef<ComplaintView>('Complaint').implement({
  description: 'One case, from one customer (投诉).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Complaint', (id, { loaders }) => loaders.complaint.load(id))),
    number: t.exposeString('number', { description: 'Its number as people say it: `C-2025-000123`.' }),
    version: t.exposeInt('version', {
      description:
        'Changes with what people edit and with the stage; send it back as `expectedVersion` to guard an edit.',
    }),
    revision: t.exposeInt('revision', {
      description:
        'Changes with anything that belongs to the complaint; a cache never lets a lower one replace a higher one.',
    }),
    position: t.exposeString('position', {
      description: 'Its place in the column: opaque, ascending by code unit within the stage.',
    }),
    round: t.exposeInt('round', {
      description: 'Claims, contacts and clocks belong to a round; reopening begins the next. From 1.',
    }),
    kind: t.expose('kind', { type: ComplaintKindEnum, description: 'What the customer came with.' }),
    channel: t.expose('channel', { type: ChannelEnum, description: 'The way by which it came.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands in the process.' }),
    subject: maskedLine(t, {
      description: 'What it is about, in a line; empty when it was erased.',
      text: (row) => row.subject,
    }),
    description: maskedLine(t, {
      description: 'What the customer said, at length; empty when it was erased.',
      text: (view, { loaders }) => loaders.description.load(view.id),
      matter: (row) => row.about,
    }),
    demand: maskedText(t, {
      description: "What the customer wants (客户诉求), in the customer's words; null when they did not say.",
      text: (row) => row.demand,
    }),
    place: maskedText(t, { description: 'Where it happened; null when it is not known.', text: (row) => row.place }),
    about: maskedText(t, {
      description: 'The order, product, store or person that it is about; null when it is none.',
      text: (row) => row.about,
      keepsOrderNumbers: true,
    }),
    consequences: t.field({
      type: [ConsequenceEnum],
      description: 'What may come of it (可能后果); empty when nothing grave may.',
      resolve: (view) => view.consequences as Consequence[],
    }),
    category: t.field({
      type: Category,
      nullable: true,
      description: 'What it is about, as a category; null before triage.',
      resolve: (view, _args, { directory }) => directory.category(view.categoryCode),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The handling department (主办部门); null only in RECEIVED, before it was routed.',
      resolve: (view, _args, { directory }) => directory.department(view.departmentId),
    }),
    routedBy: t.field({
      type: RoutingRule,
      nullable: true,
      description: 'The rule that routed it; null when a person did, or nobody yet.',
      resolve: (view, _args, { directory }) => directory.routingRule(view.routingRuleId),
    }),
    routedAt: t.expose('routedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last routed; null before.',
    }),
    isClaimed: t.boolean({
      description: 'Whether its department claimed it (接单) in this round.',
      resolve: (view) => view.claimedAt !== null,
    }),
    contestedAt: t.expose('contestedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when departments dispute whose it is (责任争议); null when they do not.',
    }),
    declinedBy: t.field({
      type: [Department],
      description: 'While it is contested, the departments that declined it, in that order; else empty.',
      resolve: (view, _args, { directory }) => view.declinedByIds.map((id) => directory.department(id)!),
    }),
    escalationLevel: t.exposeInt('escalationLevel', {
      description: 'The highest level of a ladder that was reached in this round (升级); 0: none.',
    }),
    escalatedTo: t.field({
      type: [Member],
      description: 'Whom the escalations name that nobody has taken on yet; empty when none stands.',
      resolve: (view, _args, { directory }) => membersOf(directory, view.escalatedToIds),
    }),
    escalation: t.field({
      type: Escalation,
      nullable: true,
      description:
        'The escalation that nobody has taken on, of several the one that reached the highest level; null when none stands.',
      resolve: (view, _args, { loaders }) => loaders.standingEscalation.load(view.id),
    }),
    supervisedAt: t.expose('supervisedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when a coordinator holds the case until it moves (督办); null when none does.',
    }),
    supervisedBy: t.field({
      type: Member,
      nullable: true,
      description: 'The coordinator who holds it; null when none does.',
      resolve: (view, _args, { directory }) => directory.member(view.supervisedById),
    }),
    urgeCount: t.exposeInt('urgeCount', { description: 'How often it was urged (催办) in this round.' }),
    urgedAt: t.expose('urgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last urged in this round; null when it was not.',
    }),
    heldUntil: t.expose('heldUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when it is on hold (挂起), its clocks paused; null when it is not.',
    }),
    hold: t.field({
      type: Hold,
      nullable: true,
      description: 'The hold that stands, or that waits for its approval; null without one.',
      resolve: (view) => view.hold,
    }),
    attachmentCount: t.exposeInt('attachmentCount', { description: 'How many files are attached to it.' }),
    givenDuties: t.exposeInt('givenDuties', { description: 'How many duties were given in this round.' }),
    openDuties: t.exposeInt('openDuties', {
      description: 'How many duties of this round are neither done nor waived.',
    }),
    claimedAt: t.expose('claimedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was claimed; null before.',
    }),
    claimedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who claimed it; null before, and when another system did.',
      resolve: (view, _args, { directory }) => directory.member(view.claimedById),
    }),
    factsConfirmedAt: t.expose('factsConfirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When facts and demand were confirmed with the customer in this round; null before.',
    }),
    firstContactAt: t.expose('firstContactAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The first contact of this round; null before.',
    }),
    lastContactAt: t.expose('lastContactAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The last contact; null before the first.',
    }),
    assignee: t.field({
      type: Member,
      nullable: true,
      description: 'Who works on it now (经办人); null when nobody was named.',
      resolve: (view, _args, { directory }) => directory.member(view.assigneeId),
    }),
    processOwner: t.field({
      type: Member,
      nullable: true,
      description: 'Who answers for it end to end (主办人); null when nobody does yet.',
      resolve: (view, _args, { directory }) => directory.member(view.processOwnerId),
    }),
    registrar: t.field({
      type: Member,
      nullable: true,
      description: 'Who took it in (首问人); null when the customer or another system did.',
      resolve: (view, _args, { directory }) => directory.member(view.registrarId),
    }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'Who complains, masked; null when they stay anonymous.',
      resolve: (view) => view.customer,
    }),
    external: t.field({
      type: ExternalReference,
      nullable: true,
      description: 'Its name in another system; null when it has none.',
      resolve: ({ externalSource, externalId }) =>
        externalSource === null || externalId === null ? null : { source: externalSource, id: externalId },
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it happened; null when it is not known.',
    }),
    receivedAt: t.expose('receivedAt', {
      type: 'DateTime',
      description: 'When it reached the company; its clocks count from here.',
    }),
    stageSince: t.expose('stageSince', { type: 'DateTime', description: 'Since when it is in its stage.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed; null while it is open.',
    }),
    nextDeadline: t.field({
      type: Deadline,
      nullable: true,
      description: 'The open deadline that is due first, breached ones included; null when no clock runs.',
      resolve: (view) => view.nextDeadline,
    }),
    isBreached: t.exposeBoolean('isBreached', {
      description: 'Whether a breach was published whose deadline is still open. Never a comparison of clocks.',
    }),
    pendingHandoff: t.field({
      type: Handoff,
      nullable: true,
      description: 'The handoff in flight; null without one.',
      // Whose words its texts may hold is known here, and need not be looked up.
      resolve: ({ pendingHandoff, customer }) => pendingHandoff && { ...pendingHandoff, customer },
    }),
    concernedMembers: t.field({
      type: [Member],
      description: 'The colleagues whom it is about (回避): they neither investigate nor decide it; mostly empty.',
      resolve: (view, _args, { directory }) => membersOf(directory, view.concernedIds),
    }),
    validity: t.expose('validity', { type: ValidityEnum, description: 'Whether it is well founded, as found so far.' }),
    rootCause: t.field({
      type: RootCause,
      nullable: true,
      description: 'Why it happened; null before it was found.',
      resolve: (view, _args, { directory }) => directory.rootCause(view.rootCauseCode),
    }),
    investigation: t.field({
      type: Investigation,
      nullable: true,
      description: 'What the investigation of this round has come to; null before the first finding.',
      resolve: (view, _args, { loaders }) => loaders.currentInvestigation.load(view.id),
    }),
    unmet: t.field({
      type: [StageRequirementEnum],
      description:
        'What leaving its stage forwards still needs of its content: findings, a resolution, the survey, the summary. What else is missing follows from the other fields; `stageOptions` says all of it.',
      resolve: (view, _args, { directory }) => unmetToLeave(stageFacts(view), exitCriteria(directory)),
    }),
    stageOptions: t.field({
      type: [StageOption],
      description: 'The other stages, in their order, with what a move there needs.',
      complexity: { field: 0, multiplier: 5 },
      resolve: (view, _args, context) => optionsOf(view, context),
    }),
    viewerCan: t.field({
      type: ComplaintPermissions,
      description: 'What the caller may do with it now. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (view, _args, { principal }) =>
        principal === null ? NOTHING_PERMITTED : permissionsOn(principal, permissionFacts(view)),
    }),
    mine: t.boolean({
      description: 'Whether the caller works on it or answers for it. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (view, _args, { principal }) => isMine(principal, view),
    }),
  }),
});
