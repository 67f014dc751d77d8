import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ActionProblem } from './action-problem.tsx';
import { Agenda } from './agenda.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { complaintTold, itemName } from './item-name.ts';
import { MeetingBar } from './meeting-bar.tsx';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { People } from './people.tsx';
import { Stage } from './stage.tsx';
import { useLead } from './use-lead.ts';
import { useMeetingComplaint } from './use-meeting-complaint.ts';
import type { LookedAt } from './use-meeting-complaint.ts';
import { useMeetingKeys } from './use-meeting-keys.ts';

/** No complaint in sight is looked at. */
const NOTHING: LookedAt = { complaint: null, retry: null };

/** Where a follower looks while they don't follow; null: at the agenda as a whole. */
type Away = { itemId: string | null };

/**
 * Agenda, the item large, the decision beside it, the clock and the people. What the presenter looks at is shown to
 * everybody; a follower may look elsewhere, and comes back with one press.
 */
export function MeetingScreen({ meeting, isLive }: { meeting: MeetingView; isLive: boolean }) {
  const t = useMeetingT();
  const [away, setAway] = useState<Away | null>(null);
  const { items, viewerCan } = meeting;
  const leads = viewerCan.lead;
  // Who leads is where everybody is; when somebody takes over, they follow.
  if (leads && away !== null) setAway(null);
  const isAway = !leads && away !== null;
  const shownId = isAway ? away.itemId : (meeting.focus?.id ?? null);
  const item = items.find((one) => one.id === shownId);
  const { focus, lead, leadOn, stepFrom } = useLead(meeting, shownId);

  // What a choice failed by is told where it was made: not to who no longer leads, not on another item.
  const [chosenAt, setChosenAt] = useState(shownId);
  const hasFailed = leads && chosenAt === shownId && (focus.refusal !== null || focus.failure !== null);
  const choose = (itemId: string | null) => {
    if (!leads) return setAway({ itemId });
    setChosenAt(shownId);
    lead(itemId);
  };
  const step = (by: number) => {
    const next = stepFrom(by);
    if (next !== undefined) choose(next.id);
  };
  const follow = () => setAway(null);
  useMeetingKeys({ next: () => step(1), previous: () => step(-1), follow });

  const root = useRef<HTMLDivElement>(null);
  // On a phone all parts stand under each other: what is shown now is on top.
  useEffect(() => {
    root.current?.scrollTo({ top: 0 });
  }, [shownId]);

  const onConcluded = (itemId: string) => {
    setChosenAt(itemId);
    leadOn(itemId);
  };
  const rest = { meeting, isLive, isAway, follow, choose, onConcluded, item, shownId };
  return (
    <div ref={root} className={classes.screen}>
      <MeetingBar
        meeting={meeting}
        isLive={isLive}
        isAway={isAway}
        onFollow={follow}
        onLookAway={() => setAway({ itemId: shownId })}
      />
      {/* What is looked at is told once, and not its clocks with each second. */}
      <VisuallyHidden role="status">{item === undefined ? t('meeting.overview') : itemName(item, t)}</VisuallyHidden>
      {hasFailed && (
        <div className={classes.problem}>
          <ActionProblem action={focus} />
        </div>
      )}
      <Agenda meeting={meeting} shownId={shownId} onChoose={choose} />
      {item?.complaint ? (
        <ComplaintParts key={item.id} {...rest} item={item} complaint={item.complaint} />
      ) : (
        <Parts {...rest} lookedAt={NOTHING} />
      )}
      <People meeting={meeting} onChoose={choose} />
    </div>
  );
}

interface PartsProps {
  meeting: MeetingView;
  isLive: boolean;
  item: MeetingItemView | undefined;
  choose: (itemId: string | null) => void;
  /** An item was dealt with. */
  onConcluded: (itemId: string) => void;
}

function ComplaintParts({
  complaint: { number, revision },
  ...props
}: Omit<PartsProps, 'item'> & { item: MeetingItemView; complaint: NonNullable<MeetingItemView['complaint']> }) {
  return <Parts {...props} lookedAt={useMeetingComplaint(number, revision, props.isLive)} />;
}

function Parts({ meeting, item, lookedAt, choose, onConcluded }: PartsProps & { lookedAt: LookedAt }) {
  const [first] = meeting.items;
  const begin = meeting.viewerCan.lead && first !== undefined ? () => choose(first.id) : null;
  return (
    <>
      <Stage meeting={meeting} item={item} lookedAt={lookedAt} onBegin={begin} />
      {item !== undefined && (complaintTold(item) !== null || !item.isComplaint) && (
        <DecisionPanel meeting={meeting} item={item} complaint={lookedAt.complaint} onConcluded={onConcluded} />
      )}
    </>
  );
}
