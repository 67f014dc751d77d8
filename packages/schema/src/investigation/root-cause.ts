/** Root causes: why things go wrong, as a tree of two levels. */
import type { RootCause as RootCauseRow } from '@redress/domain/reads/directory';
import { builder } from '../builder.ts';
import { localName } from '../local-name.ts';

export const RootCause = builder.objectRef<RootCauseRow>('RootCause');

RootCause.implement({
  description: 'Why a complaint came about (根本原因), out of a tree of two levels that administrators keep.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, with that of its parent in front: `people.skill`.' }),
    parent: t.field({
      type: RootCause,
      nullable: true,
      description: 'The group that it belongs to; null at the top.',
      resolve: (row, _args, { directory }) => directory.rootCause(row.parentCode),
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
  }),
});

builder.queryField('rootCauses', (t) =>
  t.field({
    type: [RootCause],
    description: 'The tree of root causes in its order: each group, and the causes that can be given to a complaint.',
    args: {
      archived: t.arg.boolean({ defaultValue: false, description: 'With those that are not given any more.' }),
    },
    complexity: { field: 1, multiplier: 50 },
    resolve: (_root, { archived }, { directory }) => inTreeOrder(directory.rootCauses, archived ?? false),
  }),
);

/** Each group with its causes behind it; the causes of an archived group go with it. */
function inTreeOrder(rows: readonly RootCauseRow[], archived: boolean): RootCauseRow[] {
  const kept = rows.filter((row) => archived || row.archivedAt === null);
  const groups = kept.filter(({ parentCode }) => parentCode === null);
  return groups.flatMap((group) => [group, ...kept.filter(({ parentCode }) => parentCode === group.code)]);
}
