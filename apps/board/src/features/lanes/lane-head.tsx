import { IconChevronDown } from '@tabler/icons-react';
import type { Severity } from '@redress/domain/rules/vocabulary';
import { useCategories } from '../../app/directory.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { departmentColor, departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { fullTime } from '../../ui/time.ts';
import { useBoard } from '../board/board-context.tsx';
import { coarseAge } from '../board/coarse-age.ts';
import { useCarried } from '../board/drag-state.ts';
import { NO_LANE } from './lanes.ts';
import { meansAssigning } from './lane-arrangement.ts';
import type { LaneKind } from './lane-kinds.ts';
import type { Lane } from './lanes.ts';
import classes from './lanes.module.css';

interface Props {
  lane: Lane;
  by: LaneKind;
  isFolded: boolean;
  onFold: (key: string) => void;
}

/** What a lane is and how it stands; folds it. While a card of another lane is carried over it, what a drop does here, or why it does nothing. */
export function LaneHead({ lane, by, isFolded, onFold }: Props) {
  const t = useT();
  const locale = useLocale();
  const now = useNow('minute');
  const { store } = useBoard();
  const over = useCarried((carried) => {
    if (carried?.slot?.otherLane !== lane.key) return null;
    const card = store.card(carried.cardId)?.card;
    return card !== undefined && meansAssigning(by, card, carried.slot.stage) ? 'assigns' : 'refuses';
  });
  return (
    <h3 className={classes.head}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={!isFolded}
        onClick={() => onFold(lane.key)}
        data-lane={lane.key}
      >
        <IconChevronDown size={15} stroke={1.8} aria-hidden className={classes.chevron} />
        <LaneName lane={lane} by={by} />
        <span className={classes.total}>{lane.total.toLocaleString()}</span>
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
      {over === 'refuses' && <span className={classes.refusal}>{t(`lanes.across.${by}`)}</span>}
      {over === 'assigns' && (
        <span className={classes.refusal}>
          {lane.person === null ? t('lanes.unassigns') : t('lanes.assigns', { name: lane.person })}
        </span>
      )}
    </h3>
  );
}

function LaneName({ lane: { key, department, person }, by }: { lane: Lane; by: LaneKind }) {
  const t = useT();
  const locale = useLocale();
  const categories = useCategories();
  if (key === NO_LANE) return <span className={classes.name}>{t(`lanes.none.${by}`)}</span>;
  switch (by) {
    case 'department':
      return (
        <span className={classes.name}>
          <span className={classes.dot} style={{ background: departmentColor(key) }} />
          {department === null ? key : departmentName(department, locale)}
        </span>
      );
    case 'severity':
      return (
        <span className={classes.name}>
          <SeverityMark severity={key as Severity} /> {t(`severity.${key as Severity}`)}
        </span>
      );
    case 'assignee':
      return <span className={classes.name}>{person}</span>;
    case 'category': {
      const category = categories.find(({ code }) => code === key);
      const upper = category ?? categories.find(({ parent }) => parent?.code === key)?.parent;
      if (upper === undefined || upper === null) return <span className={classes.name}>{key}</span>;
      return <span className={classes.name}>{locale === 'en' ? upper.nameEn : upper.nameZh}</span>;
    }
  }
}
