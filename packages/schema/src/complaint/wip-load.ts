/** A limit of the work in progress with what stands against it (docs/SPEC.md, WL). */
import type { WipLoad as WipLoadSource } from '@redress/domain/rules/wip';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';

export const WipLoad = builder.objectRef<WipLoadSource>('WipLoad').implement({
  description: 'A limit of the work in progress, and what stands against it.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'How many complaints there may be.' }),
    count: t.exposeInt('count', { description: 'How many there were when it was decided.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department whose limit it is; null: that of the whole stage.',
      resolve: ({ departmentCode }, _args, { directory }) => directory.departmentByCode(departmentCode ?? ''),
    }),
  }),
});
