/** Where a complaint may go, and what each way still needs. */
import type { StageOption as StageOptionSource } from '@redress/domain/rules/stages';
import { builder } from '../builder.ts';
import { StageEnum, StageRefusalEnum, StageRequirementEnum } from './vocabulary.ts';

export const StageOption = builder.objectRef<StageOptionSource>('StageOption').implement({
  description:
    'A stage to which a complaint could be moved, and what that needs. It depends on the complaint alone, not on who asks: see `viewerCan` for that.',
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
    needsReason: t.exposeBoolean('needsReason', {
      description: 'Whether the move must be given a reason: a move back must.',
    }),
    overridable: t.exposeBoolean('overridable', {
      description: 'Whether a coordinator may waive what is missing, with a reason (特批放行).',
    }),
  }),
});
