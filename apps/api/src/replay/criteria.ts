/**
 * The criteria of a company that asks nothing of its cases' content: a log knows of stages, departments and contacts, and
 * nothing of findings, resolutions or surveys.
 */
import { CONTENT_REQUIREMENTS } from '@redress/domain/rules/case-content';
import { DEFAULT_CRITERIA } from '@redress/domain/rules/stages';
import type { StageRequirement } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';

const CONTENT: readonly StageRequirement[] = CONTENT_REQUIREMENTS;

/** As policies of the stages that ask for content by default. */
export const CRITERIA_WITHOUT_CONTENT = STAGES.filter((stage) =>
  DEFAULT_CRITERIA[stage].some((requirement) => CONTENT.includes(requirement)),
).map((stage) => ({
  kind: 'criteria' as const,
  key: stage,
  value: { required: DEFAULT_CRITERIA[stage].filter((requirement) => !CONTENT.includes(requirement)) },
}));
