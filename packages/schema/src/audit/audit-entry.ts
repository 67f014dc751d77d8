/** Entries of the audit trail. */
import { findAuditEntry } from '@redress/domain/reads/audit';
import type { AuditChangeView, AuditEntryView } from '@redress/domain/reads/audit-view';
import { auditSight } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { connection } from '../connection.ts';
import { Actor, actorOf } from '../event/actor.ts';
import { encodeId } from '../ids.ts';
import { masks } from '../masked-text.ts';
import { Node, nodeId } from '../node/node.ts';
import { readableValue, subjectName } from './readable-change.ts';
import { AuditViaEnum } from './vocabulary.ts';

const AuditChange = builder.objectRef<AuditChangeView>('AuditChange').implement({
  description: 'One field that a change brought from one value to another.',
  fields: (t) => ({
    subject: t.exposeString('table', {
      description: 'What kind of thing the field is of: `complaint`, `handoff`, `policy`, `member_role` …',
    }),
    subjectName: t.string({
      nullable: true,
      description: "What that thing is called, in the caller's language; null when it has no name of its own.",
      resolve: (change, _args, ctx) => subjectName(change, ctx),
    }),
    field: t.exposeString('field', {
      description: 'The name of the field; inside a structured value the way to it: `value.minutes.URGENT`.',
    }),
    from: t.string({
      nullable: true,
      description:
        'What it was, in words: departments, members and categories by their names, times in UTC. Null when there was nothing, and when it is withheld.',
      resolve: ({ field, from }, _args, ctx) => readableValue(field, from, ctx),
    }),
    to: t.string({
      nullable: true,
      description: 'What it is since then, like `from`.',
      resolve: ({ field, to }, _args, ctx) => readableValue(field, to, ctx),
    }),
    withheld: t.exposeBoolean('withheld', {
      description: 'Whether the values are a secret or a text that can be erased: then only that they changed is kept.',
    }),
  }),
});

const AuditActTakenBack = builder.objectRef<NonNullable<AuditEntryView['takenBack']>>('AuditActTakenBack').implement({
  description: 'The act that a later one took back, as its own entry tells it.',
  fields: (t) => ({
    action: t.exposeString('action', { description: 'What was done: as `AuditEntry.action`, e.g. `complaintMove`.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
  }),
});

export const AuditEntry = builder.objectRef<AuditEntryView>('AuditEntry').implement({
  description: 'One change of the product: who, when, from where, what from, what to, and why. It is never rewritten.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(
      nodeId('AuditEntry', async (id, { db, principal }) => {
        const sight = principal === null ? null : auditSight(principal);
        return sight === null ? null : findAuditEntry(db, sight, id);
      }),
    ),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    action: t.exposeString('action', {
      description: 'What was done: mostly the name of the mutation, e.g. `complaintMove`.',
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who did it; null: the product itself, as `via` says.',
      resolve: actorOf,
    }),
    via: t.expose('via', { type: AuditViaEnum, description: 'From where it came.' }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'The network address that it was asked from; null when it was not asked over a network.',
    }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: 'What the program called itself that asked for it; null when it said nothing.',
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description:
        'The id of the request, as the answer’s header `x-request-id` and the proxies’ logs have it; or null.',
    }),
    complaints: t.field({
      type: [Complaint],
      description: 'The complaints that it changed; none for a change of settings.',
      resolve: async ({ complaintIds }, _args, { loaders }) => {
        const found = await Promise.all(complaintIds.map((id) => loaders.complaint.load(id)));
        return found.filter((complaint) => complaint !== null);
      },
    }),
    changes: t.expose('changes', {
      type: [AuditChange],
      description: 'What it brought from what to what. What it added is named by its events.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      extensions: masks,
      description:
        'Why, in the words of who did it, with numbers and addresses inside masked; null when no reason was given or asked for, or it was erased.',
    }),
    takesBack: t.id({
      nullable: true,
      description: 'The entry that this change took back, as who did both says; null when it took none back.',
      resolve: ({ takesBack }) => takesBack && encodeId('AuditEntry', takesBack),
    }),
    actTakenBack: t.expose('takenBack', {
      type: AuditActTakenBack,
      nullable: true,
      description:
        'What that entry tells; null when this change took none back, and when that entry is kept no longer.',
    }),
    events: t.exposeStringList('events', {
      description: 'The types of the events that told of it, in their order, e.g. `ComplaintMoved`.',
    }),
  }),
});

export const AuditEntryConnection = connection('AuditEntry', AuditEntry, 'The audit trail, the newest first.');
