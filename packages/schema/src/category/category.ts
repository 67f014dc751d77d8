/** Categories: what complaints are about, in two levels. */
import type { Category as CategoryRow } from '@redress/domain/reads/directory';
import { builder } from '../builder.ts';
import { SeverityEnum } from '../complaint/vocabulary.ts';
import { Department } from '../department/department.ts';
import { localName } from '../local-name.ts';

export const Category = builder.objectRef<CategoryRow>('Category');

Category.implement({
  description:
    'What a complaint is about. Categories have two levels; triage proposes severity and department by them.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, with that of its parent in front: `delivery.late`.' }),
    parent: t.field({
      type: Category,
      nullable: true,
      description: 'The category above it; null at the top.',
      resolve: (row, _args, { directory }) => directory.category(row.parentCode),
    }),
    name: t.string({
      description: "Its name in the caller's language.",
      resolve: (row, _args, { locale }) => localName(locale, row),
    }),
    nameZh: t.exposeString('nameZh', { description: 'Its name in Chinese.' }),
    nameEn: t.exposeString('nameEn', { description: 'Its name in English.' }),
    isArchived: t.boolean({
      description: 'Whether it is given to complaints no more. It still names those that it had.',
      resolve: (row) => row.archivedAt !== null,
    }),
    severity: t.field({
      type: SeverityEnum,
      nullable: true,
      description: "The severity that triage proposes; null: the parent's, or GENERAL.",
      resolve: (row) => row.severity,
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'Where triage sends it when no routing rule says otherwise; null: the parent decides.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId),
    }),
  }),
});

builder.queryField('categories', (t) =>
  t.field({
    type: [Category],
    description: 'The categories that can be given to a complaint, in their order.',
    complexity: { field: 1, multiplier: 50 },
    resolve: (_root, _args, { directory }) => directory.categories.filter((row) => row.archivedAt === null),
  }),
);
