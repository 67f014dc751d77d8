/** Where a complaint may go, and what each way still needs. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import { exitCriteria, wipPolicy } from '@redress/domain/reads/policy-values';
import type { StageCounts } from '@redress/domain/reads/stage-counts';
import { stageOptions } from '@redress/domain/rules/stages';
import type { StageOption as RuledOption } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { exceeded, isLimited } from '@redress/domain/rules/wip';
import type { WipLoad as WipLoadSource } from '@redress/domain/rules/wip';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { stageFacts } from './complaint-facts.ts';
import { StageEnum, StageRefusalEnum, StageRequirementEnum } from './vocabulary.ts';
import { WipLoad } from './wip-load.ts';

interface StageOptionSource extends RuledOption {
  exceeds: WipLoadSource | null;
}

/** Where a complaint may go, by the rules that a move is decided by; the stages are counted where a limit stands. */
export async function optionsOf(
  view: ComplaintView,
  { directory, loaders }: SchemaContext,
): Promise<StageOptionSource[]> {
  const code = directory.department(view.departmentId)?.code ?? null;
  const limited = STAGES.filter((stage) => stage !== view.stage && isLimited(wipPolicy(directory, stage), code));
  const exceeds = new Map<Stage, WipLoadSource | null>();
  for (const [i, counts] of (await loaders.stageCounts.loadMany(limited)).entries()) {
    if (counts instanceof Error) throw counts;
    const stage = limited[i]!;
    exceeds.set(stage, exceeded(wipPolicy(directory, stage), countsFor(counts, view.departmentId), code));
  }
  const isFull = (stage: Stage) => (exceeds.get(stage) ?? null) !== null && wipPolicy(directory, stage).enforced;
  const options = stageOptions(stageFacts(view), exitCriteria(directory), isFull);
  return options.map((option) => ({ ...option, exceeds: exceeds.get(option.stage) ?? null }));
}

function countsFor(counts: StageCounts, departmentId: string | null) {
  const column = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { column, department: counts.get(departmentId) ?? 0 };
}

export const StageOption = builder.objectRef<StageOptionSource>('StageOption').implement({
  description:
    'A stage to which a complaint could be moved, and what that needs. It depends on the complaint and on how full the stage is, not on who asks: see `viewerCan` for that.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'The stage.' }),
    allowed: t.exposeBoolean('allowed', { description: 'Whether nothing is missing and nothing stands against it.' }),
    missing: t.expose('missing', {
      type: [StageRequirementEnum],
      description: 'What is still missing, in the order to ask for it.',
    }),
    refusal: t.expose('refusal', {
      type: StageRefusalEnum,
      nullable: true,
      description: 'What stands against it, whatever is filled in; null when nothing does.',
    }),
    exceeds: t.expose('exceeds', {
      type: WipLoad,
      nullable: true,
      description:
        'The limit of the work in progress that one more complaint of its department would exceed there, enforced or not; null while there is room. Where it is enforced, `refusal` is WIP_LIMIT. As of the moment of asking: moves of other complaints change it.',
    }),
    needsReason: t.exposeBoolean('needsReason', {
      description: 'Whether the move must be given a reason: a move back must.',
    }),
    overridable: t.exposeBoolean('overridable', {
      description: 'Whether a coordinator may waive what is missing, with a reason (特批放行).',
    }),
  }),
});
