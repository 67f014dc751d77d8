/**
 * The stages as the company has settled them: what they are called, and what leaving them takes. They come with the
 * viewer, before anything that shows a stage is drawn.
 */
import { DEFAULT_CRITERIA } from '@redress/domain/rules/stages';
import type { ExitCriteria, StageRequirement } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { rename } from '../i18n/catalogue.ts';

interface SettledStage {
  stage: Stage;
  nameZh: string;
  nameEn: string;
  required: readonly StageRequirement[];
}

let criteria: ExitCriteria = DEFAULT_CRITERIA;

/** Takes over what the server says of the stages. */
export function adoptStages(stages: readonly SettledStage[]): void {
  for (const { stage, nameZh, nameEn } of stages) rename(`stage.${stage}`, { 'zh-CN': nameZh, en: nameEn });
  criteria = { ...DEFAULT_CRITERIA, ...Object.fromEntries(stages.map(({ stage, required }) => [stage, required])) };
}

/** What leaving each stage forwards takes: for predicting a move by the rules that the server decides by. */
export function exitCriteria(): ExitCriteria {
  return criteria;
}
