import { Checkbox, Textarea } from '@mantine/core';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDraft } from '../../../app/use-draft.ts';
import { useT } from '../../../i18n/use-t.ts';
import { VersionedProblems } from '../action-problems.tsx';
import type { ComplaintView, StageOptionView } from '../complaint-documents.ts';
import { moveMutation } from '../complaint-mutations.ts';
import { FormShell } from '../form-shell.tsx';
import classes from '../form-shell.module.css';
import { forwardOption } from '../next-action.ts';
import { useAction } from '../use-action.ts';
import { useBaseVersion } from '../use-base-version.ts';
import { MissingInputs } from './missing-inputs.tsx';
import { StageChoice } from './stage-choice.tsx';

/** Brings the complaint to another stage; asks in place for what that still needs, and then goes. */
export function MoveForm({
  complaint,
  onDone,
  onCancel,
}: {
  complaint: ComplaintView;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const t = useT();
  const action = useAction(moveMutation, (data) => data.complaintMove);
  const base = useBaseVersion(complaint.version);
  const [target, setTarget] = useState<Stage | null>(forwardOption(complaint)?.stage ?? null);
  const { fields, restored, set, clear } = useDraft(`${complaint.number}.move`, {
    reason: '',
    override: false as boolean,
  });
  const option = complaint.stageOptions.find(({ stage }) => stage === target) ?? null;
  const overriding = fields.override && option !== null && mayOverride(complaint, option);
  const reasonNeeded = option !== null && (option.needsReason || overriding);
  const mayGo = option !== null && (option.allowed || overriding) && (!reasonNeeded || fields.reason.trim() !== '');

  const move = async (toStage: Stage, expectedVersion: number) => {
    const done = await action.run({
      input: {
        id: complaint.id,
        toStage,
        reason: fields.reason.trim() || null,
        override: overriding,
        expectedVersion,
      },
    });
    if (!done) return;
    clear();
    onDone();
  };
  const filled = useGoWhenAllowed(option, complaint.version, base, move);

  return (
    <div className={classes.form}>
      <StageChoice
        options={complaint.stageOptions}
        mayOverride={complaint.viewerCan.override}
        value={target}
        onChange={(stage) => {
          action.clear();
          setTarget(stage);
        }}
      />
      {option !== null && option.missing.length > 0 && !overriding && (
        <MissingInputs complaint={complaint} missing={option.missing} onFilled={filled} />
      )}
      <FormShell
        title={t('complaint.move.title')}
        submitLabel={
          target === null ? t('complaint.move.title') : t('complaint.move.submit', { stage: t(`stage.${target}`) })
        }
        busy={action.busy}
        disabled={!mayGo}
        restored={restored}
        onClear={clear}
        onSubmit={() => target !== null && void move(target, base.version)}
        onCancel={onCancel}
        problems={<VersionedProblems action={action} base={base} shownFields={['reason']} />}
      >
        {option !== null && mayOverride(complaint, option) && (
          <Checkbox
            label={t('complaint.move.override')}
            description={t('complaint.move.overrideHint')}
            checked={fields.override}
            onChange={(event) => set('override', event.currentTarget.checked)}
          />
        )}
        {reasonNeeded && (
          <Textarea
            label={t('complaint.reason')}
            placeholder={overriding ? t('complaint.move.overrideReason') : t('complaint.move.backReason')}
            required
            autosize
            minRows={2}
            maxRows={8}
            value={fields.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
            error={action.refusal?.fields['reason']}
          />
        )}
      </FormShell>
    </div>
  );
}

function mayOverride(complaint: ComplaintView, option: StageOptionView): boolean {
  return complaint.viewerCan.override && option.overridable;
}

/**
 * Goes on by itself once what was filled in has made the move allowed. What was filled in is this very person's change,
 * so the version it led to is the one they now decide on.
 */
function useGoWhenAllowed(
  option: StageOptionView | null,
  version: number,
  base: { version: number; takeLatest: () => void },
  move: (toStage: Stage, expectedVersion: number) => Promise<void>,
): () => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (!waiting.current || option === null) return;
    if (version !== base.version) base.takeLatest();
    if (!option.allowed || option.needsReason) return;
    waiting.current = false;
    void move(option.stage, version);
  });
  return useCallback(() => {
    waiting.current = true;
  }, []);
}
