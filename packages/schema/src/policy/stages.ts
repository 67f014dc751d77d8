/** The stages as the company has settled them: what each is called, and what leaving it takes. */
import type { Directory } from '@redress/domain/reads/directory';
import { exitCriteria, policyValue, wipPolicy } from '@redress/domain/reads/policy-values';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { StageRequirement } from '@redress/domain/rules/stages';
import type { WipPolicy } from '@redress/domain/rules/wip';
import { builder } from '../builder.ts';
import { StageEnum, StageRequirementEnum } from '../complaint/vocabulary.ts';
import { localName } from '../local-name.ts';
import { WipLimitPolicy } from './values/wip-limit.ts';

interface StageSource {
  stage: Stage;
  nameZh: string;
  nameEn: string;
  required: readonly StageRequirement[];
  wip: WipPolicy;
}

export const StageInfo = builder.objectRef<StageSource>('StageInfo').implement({
  description: 'A stage of the process as the company has settled it.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'The stage.' }),
    name: t.string({
      description: "What it is called, in the caller's language.",
      resolve: (row, _args, { locale }) => localName(locale, row),
    }),
    nameZh: t.exposeString('nameZh', { description: 'What it is called in Chinese.' }),
    nameEn: t.exposeString('nameEn', { description: 'What it is called in English.' }),
    required: t.field({
      type: [StageRequirementEnum],
      description: 'What leaving it forwards takes, in the order in which it is asked for.',
      resolve: ({ required }) => [...required],
    }),
    wip: t.field({
      type: WipLimitPolicy,
      description: 'How much work in progress it should hold; without limits in CLOSED.',
      resolve: ({ wip }) => wip,
    }),
  }),
});

/** The stages with their names and criteria of now. */
export function settledStages(directory: Directory): StageSource[] {
  const criteria = exitCriteria(directory);
  return STAGES.map((stage) => {
    const name = policyValue(directory, 'stageName', stage);
    const wip = wipPolicy(directory, stage);
    return { stage, nameZh: name?.zh ?? stage, nameEn: name?.en ?? stage, required: criteria[stage], wip };
  });
}

builder.queryField('stages', (t) =>
  t.field({
    type: [StageInfo],
    description: 'The stages, in the order of the process.',
    resolve: (_root, _args, { directory }) => settledStages(directory),
  }),
);
