import { IconChevronDown } from '@tabler/icons-react';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { useCategories } from '../../app/directory.ts';
import { useDigits } from '../../i18n/use-digits.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentColor } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime } from '../../ui/time.ts';
import { useBoard } from '../board/board-context.tsx';
import { coarseAge } from '../board/coarse-age.ts';
import { useCarried } from '../board/drag-state.ts';
import { NO_LANE } from './lanes.ts';
import { meaningWords } from './lane-arrangement.ts';
import type { LaneKind } from './lane-kinds.ts';
import { laneMeaning } from './lane-meaning.ts';
import { laneName } from './lane-name.ts';
import type { Lane } from './lanes.ts';
import classes from './lanes.module.css';
import { headId } from './use-lane-rows.ts';
import { useReportedHeight } from './use-reported-height.ts';

interface Props {
  lane: Lane;
  by: LaneKind;
  isFolded: boolean;
  onFold: (key: string) => void;
  /** Called with its height in CSS pixels, under the name that `headId` gives it, whenever that is another one. */
  onHeight: (id: string, height: number) => void;
}

/** What a lane is and how it stands; folds it. While a card of another lane is carried over it, what a drop does here, or why it does nothing. */
export function LaneHead({ lane, by, isFolded, onFold, onHeight }: Props) {
  const digits = useDigits();
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const { store } = useBoard();
  const name = laneName(lane, by, useCategories(), locale, t);
  const over = useCarried((carried) => {
    if (carried?.slot?.otherLane !== lane.key) return null;
    const card = store.card(carried.cardId)?.card;
    if (card === undefined) return null;
    return meaningWords(laneMeaning(by, card, lane.key, carried.slot.stage), by, lane, name, t);
  });
  const part = useReportedHeight(headId(lane.key), onHeight);
  return (
    <div ref={part} className={classes.stuck}>
      <h3 className={classes.head}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          onClick={() => onFold(lane.key)}
          data-lane={lane.key}
        >
          <IconChevronDown size={15} stroke={1.8} aria-hidden className={classes.chevron} />
          <span className={classes.name}>
            {by === 'department' && lane.key !== NO_LANE && (
              <span className={classes.dot} style={{ background: departmentColor(lane.key) }} />
            )}
            {by === 'severity' && <SeverityMark severity={lane.key as Severity} />} {name}
          </span>
          <span className={classes.total}>{digits(lane.total)}</span>
          {lane.breached > 0 && (
            <span className={classes.breached}>
              <DeadlineRing share={1} tone="breached" size={12} />
              {t('board.column.breached', { n: lane.breached })}
            </span>
          )}
          {lane.oldestReceivedAt !== null && (
            <time
              className={classes.oldest}
              dateTime={lane.oldestReceivedAt}
              title={fullTime(lane.oldestReceivedAt, locale)}
            >
              {t('board.column.oldest', { age: coarseAge(now - Date.parse(lane.oldestReceivedAt), t) })}
            </time>
          )}
        </button>
        {over !== null && <span className={classes.refusal}>{over}</span>}
      </h3>
    </div>
  );
}
