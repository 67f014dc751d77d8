/** How cards are carried on a board in lanes: from stage to stage within their lane, and onto another one. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Translate } from '../../i18n/translate.ts';
import { announce } from '../board/announcer.tsx';
import type { Arrangement } from '../board/arrangement.ts';
import type { OpenForm } from '../board/card-acts.ts';
import { getCarried } from '../board/drag-state.ts';
import type { LaneKind } from './lane-kinds.ts';
import { askedIn, laneMeaning } from './lane-meaning.ts';
import type { LaneMeaning } from './lane-meaning.ts';
import type { Lane, LaneRow } from './lanes.ts';

/** What the arrangement looks at, as it is shown just now. */
export interface LaneScene {
  by: LaneKind;
  lanes: readonly Lane[];
  rows: readonly LaneRow[];
  stages: readonly Stage[];
  folded: ReadonlySet<string>;
  /** The lane of a card. */
  laneOf: (cardId: string) => string | undefined;
  /** The row under a height of the viewport, and how far down in it the point lies, from 0 to 1. */
  rowAt: (clientY: number) => { index: number; share: number } | undefined;
  /** The stage under a place of the viewport. */
  stageAt: (clientX: number) => Stage | undefined;
  /** What a lane is called. */
  nameOf: (lane: Lane) => string;
  /** Brings a row into sight. */
  reveal: (row: number, stage: Stage) => void;
}

/** The cards of a lane in a stage. */
function cellOf({ lanes }: LaneScene, key: string | undefined, stage: Stage): readonly string[] {
  return lanes.find((lane) => lane.key === key)?.cells.get(stage) ?? [];
}

const NOTHING: LaneScene = {
  by: 'department',
  lanes: [],
  rows: [],
  stages: [],
  folded: new Set(),
  laneOf: () => undefined,
  rowAt: () => undefined,
  stageAt: () => undefined,
  nameOf: () => '',
  reveal: () => undefined,
};

/** What a drop on a lane does, in words. */
export function meaningWords({ kind }: LaneMeaning, by: LaneKind, lane: Lane, name: string, t: Translate): string {
  switch (kind) {
    case 'refuses':
      return t(`lanes.across.${by}`);
    case 'asks':
      return t(`lanes.asks.${by}`, { name });
    case 'assigns':
      return lane.person === null ? t('lanes.unassigns') : t('lanes.assigns', { name: lane.person });
  }
}

/**
 * @param shown asked anew each time: cards come and go while one is carried; null before the first is shown
 * @param openForm opens a form of the drawer, with what is filled in behind its name
 */
export function laneArrangement(shown: () => LaneScene | null, openForm: OpenForm): Arrangement {
  const scene = () => shown() ?? NOTHING;
  return {
    ids(cardId, stage) {
      const now = scene();
      return cellOf(now, now.laneOf(cardId), stage);
    },

    slotUnder({ x, y }) {
      const now = scene();
      const carried = getCarried();
      const stage = now.stageAt(x);
      const at = now.rowAt(y);
      const row = at === undefined ? undefined : now.rows[at.index];
      if (stage === undefined || at === undefined || row === undefined || carried === null) return null;
      const { key } = row.lane;
      const otherLane = key === now.laneOf(carried.cardId) ? {} : { otherLane: key };
      if (row.kind === 'head') return { stage, index: 0, ...otherLane };
      const below = row.index + (at.share > 0.5 ? 1 : 0);
      return { stage, index: Math.min(below, cellOf(now, key, stage).length), ...otherLane };
    },

    reveal(cardId, stage, index) {
      const now = scene();
      const key = now.laneOf(cardId);
      const last = Math.max(
        0,
        ...now.rows.map((row) => (row.lane.key === key && row.kind === 'cards' ? row.index : 0)),
      );
      const at = now.rows.findIndex(
        (row) => row.lane.key === key && row.kind === 'cards' && row.index === Math.min(index, last),
      );
      if (at >= 0) now.reveal(at, stage);
    },

    beyond(cardId, stage, direction) {
      const now = scene();
      const open = now.lanes.filter((lane) => !now.folded.has(lane.key));
      const at = open.findIndex((lane) => lane.key === now.laneOf(cardId));
      const others = direction === 1 ? open.slice(at + 1) : open.slice(0, Math.max(0, at)).toReversed();
      for (const lane of others) {
        const id = lane.cells.get(stage)?.at(direction === 1 ? 0 : -1);
        if (id !== undefined) return id;
      }
      return undefined;
    },

    across(session, cardId, { stage, index, otherLane }, step, t) {
      const now = scene();
      const { lanes, by } = now;
      const own = now.laneOf(cardId);
      const card = session.store.card(cardId)?.card;
      const lane = lanes[lanes.findIndex(({ key }) => key === (otherLane ?? own)) + step];
      if (card === undefined || lane === undefined) return null;
      const head = now.rows.findIndex((row) => row.kind === 'head' && row.lane.key === lane.key);
      if (head >= 0) now.reveal(head, stage);
      const name = now.nameOf(lane);
      if (lane.key === own) return { slot: { stage, index }, words: t('lanes.over', { name, what: '' }) };
      const meaning = laneMeaning(by, card, lane.key, stage);
      const what = meaningWords(meaning, by, lane, name, t);
      return { slot: { stage, index, otherLane: lane.key }, words: t('lanes.over', { name, what }) };
    },

    dropAcross(session, cardId, { stage, otherLane }, t) {
      const now = scene();
      const { by } = now;
      const card = session.store.card(cardId)?.card;
      const lane = now.lanes.find(({ key }) => key === otherLane);
      if (card === undefined) return false;
      const { number } = card;
      const meaning = lane === undefined ? null : laneMeaning(by, card, lane.key, stage);
      if (lane === undefined || meaning === null || meaning.kind === 'refuses') {
        announce(`${t('board.carry.stayed', { number })} ${t(`lanes.across.${by}`)}`);
        return false;
      }
      if (meaning.kind === 'asks') {
        announce(t('lanes.asked', { number, name: now.nameOf(lane) }));
        openForm(number, askedIn(by, meaning));
        return true;
      }
      const name = lane.person;
      const assignee = name === null ? null : { id: lane.key, name };
      announce(name === null ? t('lanes.unassigned', { number }) : t('lanes.assigned', { number, name }));
      void session.act({ kind: 'assign', cardId, assignee, expectedVersion: card.version });
      return false;
    },
  };
}
