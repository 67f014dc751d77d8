/** A complaint as it stands in its customer's history: enough to speak of it on the telephone (docs/SPEC.md, LK4). */
import type { CustomerCase as CustomerCaseView } from '@redress/domain/reads/customer-cases';
import { builder } from '../builder.ts';
import { Category } from '../category/category.ts';
import { Complaint } from '../complaint/complaint.ts';
import { ComplaintKindEnum, SeverityEnum, StageEnum } from '../complaint/vocabulary.ts';
import { Department } from '../department/department.ts';
import { maskedLine } from '../masked-text.ts';

export const CustomerCase = builder.objectRef<CustomerCaseView>('CustomerCase').implement({
  description: "A complaint as it stands in its customer's history, for who has them on the line.",
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    subject: maskedLine(t, {
      description: 'What it is about, in a line; empty when it was erased.',
      text: (row) => row.subject,
      whose: ({ id }, { loaders }) => loaders.person.load(id),
    }),
    kind: t.expose('kind', { type: ComplaintKindEnum, description: 'What the customer came with.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands; open unless CLOSED.' }),
    category: t.field({
      type: Category,
      nullable: true,
      description: 'What it is about, as a category; null before triage.',
      resolve: ({ categoryCode }, _args, { directory }) => directory.category(categoryCode),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The handling department (主办部门); null before it was routed.',
      resolve: ({ departmentId }, _args, { directory }) => directory.department(departmentId),
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was received.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed; null while it is open.',
    }),
    isReopened: t.boolean({
      description: 'Whether it was opened again (重新处理) after it had been closed.',
      resolve: ({ round }) => round > 1,
    }),
    isBreached: t.exposeBoolean('isBreached', {
      description: 'Whether a breach was published whose deadline is still open.',
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'All of it; null when the caller may not see it in full.',
      resolve: ({ id, inSight }, _args, { loaders }) => (inSight ? loaders.complaint.load(id) : null),
    }),
  }),
});
