import { STAGES } from '@redress/domain/rules/vocabulary';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { addMessages } from '../../i18n/catalogue.ts';
import { wallMessages } from '../../i18n/messages/wall.ts';
import { useDigits } from '../../i18n/use-digits.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { BoardFilter } from '../../live/board-filter.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { departmentName } from '../../ui/department-name.ts';
import { useNow } from '../../ui/now.ts';
import { clockTime } from '../../ui/time.ts';
import { BoardProvider } from '../board/board-context.tsx';
import { coarseAge } from '../board/coarse-age.ts';
import { ConnectionBadge } from '../board/connection-badge.tsx';
import { useBoardSession } from '../board/use-board-session.ts';
import { useWholeBoard, WHOLE_PAGE } from '../views/whole-board.ts';
import { Bars } from './bars.tsx';
import { Pace } from './pace.tsx';
import { useFlow } from './use-flow.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { wallFigures } from './wall-figures.ts';
import classes from './wall.module.css';

addMessages(wallMessages);

const OPEN: BoardFilter = { stages: STAGES.filter((stage) => stage !== 'CLOSED') };

/** The board for a wall: no controls, large figures, live. It names no customer. Escape leads back. */
export function WallView() {
  const session = useBoardSession(OPEN, WHOLE_PAGE);
  const navigate = useNavigate();
  useWakeLock();
  useEffect(() => {
    const left = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/', search: (kept) => ({ ...kept, view: undefined }) });
    };
    addEventListener('keydown', left);
    return () => removeEventListener('keydown', left);
  }, [navigate]);
  return (
    <BoardProvider value={session}>
      <Wall session={session} />
    </BoardProvider>
  );
}

function Wall({ session }: { session: BoardSession }) {
  const digits = useDigits();
  const t = useT();
  const locale = useLocale();
  const minute = useNow('minute');
  const { cards, phase } = useWholeBoard(session);
  const flow = useFlow(session);
  const { store } = session;
  const figures = useMemo(
    () =>
      wallFigures(
        cards,
        STAGES.map((stage) => store.column(stage)),
      ),
    [cards, store],
  );
  const { unclaimed } = figures;
  // Before the first picture nothing is known; a zero would be read as one.
  const isKnown = store.cursor !== null;
  const known = (count: number) => (isKnown ? digits(count) : '–');
  return (
    <div className={classes.wall} aria-busy={phase.kind === 'loading'}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('wall.title')}</h1>
        <ConnectionBadge />
        <time className={classes.clock} dateTime={new Date(minute).toISOString()}>
          {clockTime(minute, locale)}
        </time>
      </header>
      {phase.kind === 'failed' && <p className={classes.failed}>{t(isKnown ? 'wall.failed' : 'wall.failedAtFirst')}</p>}
      <div className={classes.figures}>
        <Figure label={t('wall.open')} value={known(figures.open)} />
        <Figure label={t('wall.breachedNow')} value={known(figures.breached)} isBreached={figures.breached > 0} />
        <Figure label={t('wall.breachedToday')} value={flow == null ? '–' : digits(flow.today.breached)} />
        <Figure
          label={isKnown ? t('wall.unclaimed', { n: unclaimed?.count ?? 0 }) : t('wall.unclaimedOldest')}
          value={unclaimed === null ? '–' : coarseAge(minute - Date.parse(unclaimed.since), t)}
          more={unclaimed?.number}
        />
      </div>
      <div className={classes.charts}>
        <Bars
          title={t('wall.stages')}
          bars={(isKnown ? figures.stages : []).map((bar) => ({ ...bar, key: bar.of, name: t(`stage.${bar.of}`) }))}
        />
        <Bars
          title={t('wall.departments')}
          bars={figures.departments.map((bar) => ({
            ...bar,
            key: bar.of?.code ?? '',
            name: bar.of === null ? t('unit.unrouted') : departmentName(bar.of, locale),
          }))}
        />
        <section className={classes.paces} aria-label={t('wall.pace')}>
          <Pace title={t('wall.claim')} pace={flow?.week.claim ?? null} />
          <Pace title={t('wall.resolve')} pace={flow?.week.resolution ?? null} />
        </section>
      </div>
    </div>
  );
}

interface FigureProps {
  label: string;
  value: string;
  more?: string | undefined;
  isBreached?: boolean;
}

function Figure({ label, value, more, isBreached = false }: FigureProps) {
  return (
    <div className={classes.figure} data-breached={isBreached || undefined}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>
        {isBreached && (
          <span className={classes.sign} aria-hidden>
            !
          </span>
        )}
        {value}
      </div>
      {more !== undefined && <div className={classes.more}>{more}</div>}
    </div>
  );
}
