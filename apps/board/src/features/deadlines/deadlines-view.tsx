import { STAGES } from '@redress/domain/rules/vocabulary';
import { useMemo } from 'react';
import { addMessages } from '../../i18n/catalogue.ts';
import { viewMessages } from '../../i18n/messages/views.ts';
import { useT } from '../../i18n/use-t.ts';
import { isEmptyFilter } from '../../live/board-filter.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { useNow } from '../../ui/now.ts';
import { Segments } from '../../ui/segments.tsx';
import { BoardMessage } from '../board/board-message.tsx';
import { useViewSearch, ViewFrame } from '../views/view-frame.tsx';
import { useWholeBoard } from '../views/whole-board.ts';
import classes from './deadlines.module.css';
import { DueGroup } from './due-group.tsx';
import { LineChart } from './line-chart.tsx';
import { REACH_NAMES, timeLine } from './time-line.ts';
import type { Reach } from './time-line.ts';

addMessages(viewMessages);

/** Nothing runs on what is closed. */
const OPEN = STAGES.filter((stage) => stage !== 'CLOSED');
const open = (filter: BoardFilter): BoardFilter => ({ ...filter, stages: filter.stages ?? OPEN });

/** What breaches within the next hour, day or week, on a line that moves with the time; and what is breached already. */
export function DeadlinesView() {
  const t = useT();
  return (
    <ViewFrame title={t('views.deadlines')} narrow={open}>
      {(session, filter) => <Deadlines session={session} filter={filter} />}
    </ViewFrame>
  );
}

function Deadlines({ session, filter }: { session: BoardSession; filter: BoardFilter }) {
  const t = useT();
  const [search, change] = useViewSearch();
  const reach: Reach = REACH_NAMES.find((one) => one === search.within) ?? 'day';
  const { cards, total } = useWholeBoard(session);
  const minute = useNow('minute');
  const line = useMemo(() => {
    const offset = -new Date(minute).getTimezoneOffset() * 60_000;
    return timeLine(cards, reach, minute, offset);
  }, [cards, reach, minute]);
  const filled = line.steps.filter(({ dues }) => dues.length > 0);
  return (
    <div className={classes.body}>
      <div className={classes.bar}>
        <Segments
          label={t('views.deadlines.within')}
          value={reach}
          options={REACH_NAMES.map((value) => ({ value, label: t(`views.deadlines.${value}`) }))}
          onChange={(within) => change({ within })}
        />
        {cards.length < total && (
          <span className={classes.hint} role="status">
            {t('views.partly', { n: cards.length, total })}
          </span>
        )}
      </div>
      <LineChart line={line} reach={reach} onPick={showGroup} />
      {line.over.length + filled.length === 0 ? (
        <BoardMessage>
          {t(isEmptyFilter(filter) ? 'views.deadlines.none' : 'views.deadlines.noneFiltered')}
        </BoardMessage>
      ) : (
        <>
          {line.over.length > 0 && <DueGroup id={groupId('over')} reach={reach} step={null} dues={line.over} />}
          {filled.map((step) => (
            <DueGroup key={step.from} id={groupId(step.from)} reach={reach} step={step} dues={step.dues} />
          ))}
        </>
      )}
      {line.later > 0 && <p className={classes.hint}>{t('views.deadlines.later', { n: line.later })}</p>}
    </div>
  );
}

function groupId(of: 'over' | number): string {
  return `due-${of}`;
}

/** Goes to the cards behind a part of the line. */
function showGroup(of: 'over' | number): void {
  const heading = document.getElementById(groupId(of));
  heading?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  heading?.focus({ preventScroll: true });
}
