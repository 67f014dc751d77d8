import { Button, Checkbox, Textarea } from '@mantine/core';
import type { StageRequirement } from '@redress/domain/rules/stages';
import { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { ShownCard } from '../../live/board-card.ts';
import { departmentName } from '../../ui/department-name.ts';
import { ClaimForm } from '../complaint/forms/claim-form.tsx';
import { ContactForm } from '../complaint/forms/contact-form.tsx';
import { ContentInput } from '../complaint/forms/content-input.tsx';
import { RouteForm } from '../complaint/forms/route-form.tsx';
import classes from './card-form.module.css';
import { releaseMove, sendHeldMove } from './held-move.ts';
import type { HeldMove } from './held-move.ts';
import { moveVerdict } from './move-verdict.ts';
import { useEscape } from './use-escape.ts';

addMessages(complaintMessages);

const ROUTING: readonly StageRequirement[] = ['CATEGORY', 'SEVERITY', 'DEPARTMENT'];
const CONTACT: readonly StageRequirement[] = ['FACTS_CONFIRMED', 'FIRST_RESPONSE'];

/**
 * Asks for exactly what a dropped card still needs: the missing criteria one after another with their own small forms,
 * a reason for the way back, or a coordinator's waiver. Then the card goes.
 * @param card as the server last told it: still in the stage it comes from
 */
export function HeldMoveForm({ card, held }: { card: ShownCard; held: HeldMove }) {
  const t = useT();
  const form = useRef<HTMLDivElement>(null);
  const { fields, set, clear } = useDraft<{ reason: string; override: boolean }>(`${card.number}.move`, {
    reason: '',
    override: false,
  });
  const verdict = moveVerdict(card, held.toStage, held.isFull);
  const asks = verdict.kind === 'asks' ? verdict : null;
  const missing = asks?.missing ?? [];
  const canOverride = asks?.canOverride === true;
  // The step is none of the process, or the stage is full: only a waiver brings it there, whatever is filled in.
  const onlyByWaiver = canOverride && (asks.refusal !== undefined || (missing.length === 0 && !asks.needsReason));
  const overriding = onlyByWaiver || (fields.override === true && canOverride);
  const needsReason = asks !== null && (asks.needsReason || overriding);
  const reason = fields.reason.trim();
  const stage = t(`stage.${held.toStage}`);
  const isComplete = verdict.kind === 'free';

  // What was missing has been filled in, here or by somebody else: the card goes by itself.
  useEffect(() => {
    if (isComplete) void sendHeldMove({ reason: null, override: false });
  }, [isComplete]);

  // It went elsewhere meanwhile, as by a bad score that was just recorded: the move is not the same any more.
  const from = useRef(card.stage);
  useEffect(() => {
    if (card.stage !== from.current) releaseMove();
  }, [card.stage]);

  useEffect(() => {
    // The first text to write gets the focus; a list would open at once, so otherwise it is the form itself.
    const first = form.current?.querySelector<HTMLElement>('textarea, input, button');
    (first instanceof HTMLTextAreaElement ? first : form.current)?.focus();
  }, []);

  useEscape(form, releaseMove);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await sendHeldMove({ reason: reason === '' ? null : reason, override: overriding });
    // What was typed is kept until it has been accepted.
    if (answer?.ok) clear();
  };
  return (
    <div
      ref={form}
      role="group"
      tabIndex={-1}
      className={`${classes.form} ${classes.framed}`}
      aria-label={t('board.held.title', { stage })}
    >
      {missing.length > 0 && !overriding && (
        <>
          <div className={classes.title}>{t('board.held.missing', { stage })}</div>
          <ul className={classes.list}>
            {missing.map((requirement) => (
              <li key={requirement}>{t(`requirement.${requirement}`)}</li>
            ))}
          </ul>
          <FirstMissing card={card} missing={missing} />
        </>
      )}
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {canOverride && !onlyByWaiver && (
          <Checkbox
            label={t('board.held.override')}
            checked={fields.override}
            onChange={(event) => set('override', event.currentTarget.checked)}
          />
        )}
        {needsReason && (
          <Textarea
            label={overriding ? t('board.held.overrideReason') : t('board.held.backReason')}
            required
            autosize
            minRows={2}
            maxRows={6}
            value={fields.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
          />
        )}
        <div className={classes.buttons}>
          {needsReason && (
            <Button type="submit" size="xs" disabled={reason === '' || (missing.length > 0 && !overriding)}>
              {t('board.held.go', { stage })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={releaseMove}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The form for what the process asks for first, or who has to do it; the answer comes back through the stream. */
function FirstMissing({ card, missing }: { card: ShownCard; missing: readonly StageRequirement[] }) {
  const t = useT();
  const locale = useLocale();
  const nothing = () => undefined;
  const { viewerCan, department } = card;
  if (missing.some((requirement) => ROUTING.includes(requirement))) {
    return viewerCan.route ? (
      <RouteForm complaint={card} onDone={nothing} />
    ) : (
      <div>{t('complaint.waiting.ROUTING')}</div>
    );
  }
  if (missing.includes('CLAIM')) {
    if (viewerCan.claim) return <ClaimForm complaint={card} onBehalf={viewerCan.override} onDone={nothing} />;
    const name = department === null ? '' : departmentName(department, locale);
    return <div>{t('complaint.waiting.CLAIM', { department: name })}</div>;
  }
  if (missing.some((requirement) => CONTACT.includes(requirement))) {
    if (!viewerCan.contact) return <div>{t('complaint.waiting.CONTACT')}</div>;
    return <ContactForm complaint={card} suggestConfirm={missing.includes('FACTS_CONFIRMED')} onDone={nothing} />;
  }
  return <ContentInput complaint={card} missing={missing} onDone={nothing} />;
}
