import { Button } from '@mantine/core';
import { useLocale } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { shortDate } from '../../ui/time.ts';
import { dutyText } from '../complaint/duty-text.ts';
import { ActionProblem } from './action-problem.tsx';
import type { DecisionView, FollowUp, MeetingView } from './meeting-documents.ts';
import { decisionFulfilMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** What became of what earlier meetings asked for: duties of departments, and decisions in words. */
export function FollowUps({ meeting }: { meeting: Pick<MeetingView, 'followUps' | 'carriedDecisions'> }) {
  const t = useMeetingT();
  const { followUps, carriedDecisions } = meeting;
  if (followUps.length + carriedDecisions.length === 0) return null;
  return (
    <section aria-label={t('meeting.followUps')}>
      <h3 className={classes.heading}>{t('meeting.followUps')}</h3>
      <ul className={classes.followUps}>
        {followUps.map((duty) => (
          <DutyLine key={duty.id} duty={duty} />
        ))}
        {carriedDecisions.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
    </section>
  );
}

/** What a department was given to do, and what became of it. */
export function DutyLine({ duty }: { duty: FollowUp }) {
  const t = useMeetingT();
  const locale = useLocale();
  const { doneAt, waivedAt, dueAt, owner } = duty;
  const state = doneAt !== null ? 'followUpDone' : waivedAt !== null ? 'followUpWaived' : 'followUpOpen';
  return (
    <li className={classes.followUp} data-open={state === 'followUpOpen' || undefined}>
      <span className={classes.followUpState}>{t(`meeting.${state}`)}</span>
      <span>{dutyText(duty, locale)}</span>
      <span className={classes.dim}>
        <DepartmentDot department={duty.department} /> {owner?.name}{' '}
        {dueAt !== null && t('meeting.due', { at: shortDate(dueAt, locale) })}
      </span>
    </li>
  );
}

/** A decision stays on the list, meeting after meeting, until somebody says that it is done. */
function DecisionLine({ decision }: { decision: DecisionView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const fulfil = useMeetingAction(decisionFulfilMutation);
  const { id: decisionId, meetingId: id, doneAt, doneNote, dueAt, owner, text, complaint, title, at } = decision;
  const isOpen = doneAt === null;
  const about = complaint === null ? title : complaint.number;
  const told = [
    about,
    t('meeting.decidedAt', { at: shortDate(at, locale) }),
    owner?.name,
    isOpen && dueAt !== null && t('meeting.due', { at: shortDate(dueAt, locale) }),
  ].filter(Boolean);
  return (
    <li className={classes.followUp} data-open={isOpen || undefined}>
      <span className={classes.followUpState}>{t(isOpen ? 'meeting.followUpOpen' : 'meeting.followUpDone')}</span>
      <span className={classes.followUpWords}>
        {text ?? t('timeline.erased')}
        {doneNote !== null && <span className={classes.dim}> {t('meeting.cameOfIt', { text: doneNote })}</span>}
      </span>
      <span className={classes.dim}>
        {told.join(' · ')}
        {decision.viewerMayFulfil && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes.fulfil ?? ''}
            loading={fulfil.busy}
            aria-label={t('meeting.fulfilThis', { text: text ?? '' })}
            onClick={() => void fulfil.run({ input: { id, decisionId } })}
          >
            {t('meeting.fulfil')}
          </Button>
        )}
      </span>
      <ActionProblem action={fulfil} />
    </li>
  );
}
