/**
 * The stages as the company has settled them: what they are called, and what leaving them takes. They come with the
 * viewer, before anything that shows a stage is drawn.
 */
import { DEFAULT_CRITERIA } from '@redress/domain/rules/stages';
import type { ExitCriteria, StageRequirement } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { NO_WIP } from '@redress/domain/rules/wip';
import type { WipPolicy } from '@redress/domain/rules/wip';
import { rename } from '../i18n/catalogue.ts';

interface SettledStage {
  stage: Stage;
  nameZh: string;
  nameEn: string;
  required: readonly StageRequirement[];
  wip: {
    column: number;
    department: number;
    departments: readonly { departmentCode: string; limit: number }[];
    enforced: boolean;
  };
}

let limits = new Map<Stage, WipPolicy>();
let criteria: ExitCriteria = DEFAULT_CRITERIA;

/** Takes over what the server says of the stages. */
export function adoptStages(stages: readonly SettledStage[]): void {
  for (const { stage, nameZh, nameEn } of stages) rename(`stage.${stage}`, { 'zh-CN': nameZh, en: nameEn });
  limits = new Map(
    stages.map(({ stage, wip }) => [
      stage,
      { ...wip, departments: wip.departments.map(({ departmentCode: code, limit }) => ({ code, limit })) },
    ]),
  );
  criteria = { ...DEFAULT_CRITERIA, ...Object.fromEntries(stages.map(({ stage, required }) => [stage, required])) };
}

/** How much work in progress a stage should hold. */
export function wipPolicy(stage: Stage): WipPolicy {
  return limits.get(stage) ?? NO_WIP;
}

/** Whether a stage should hold no more than so many. */
export function hasLimits(stage: Stage): boolean {
  const { column, department, departments } = wipPolicy(stage);
  return column > 0 || department > 0 || departments.length > 0;
}

/** What leaving each stage forwards takes: for predicting a move by the rules that the server decides by. */
export function exitCriteria(): ExitCriteria {
  return criteria;
}
