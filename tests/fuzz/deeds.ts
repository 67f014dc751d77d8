/** What a client does with a step: it chooses among what its own board shows, as a person would. */
import type { ShownCard } from '@redress/board/live/board-card';
import type { BoardFilter } from '@redress/board/live/board-filter';
import type { BoardAction } from '@redress/board/live/transport';
import { CHANNELS, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import { DEPARTMENTS } from './company.ts';
import type { Colleague } from './company.ts';
import type { Deed, Step } from './plan.ts';
import type { Player } from './player.ts';

const FILTERS: readonly BoardFilter[] = [
  {},
  {},
  {},
  { severities: ['URGENT'] },
  { departmentCodes: ['logistics'] },
  { departmentCodes: ['warehouse', 'service'] },
  { unclaimed: true },
  { breached: true },
  { pendingHandoff: true },
  { mine: true },
  { stages: ['RECEIVED', 'CONFIRMED'] },
  { channels: ['PHONE'], severities: ['GENERAL', 'IMPORTANT'] },
  { escalated: true },
];

export function filterOf(n: number): BoardFilter {
  return FILTERS[n % FILTERS.length] ?? {};
}

/** Does it. Resolves when there is an answer, or when none will come any more. */
export async function perform(player: Player, step: Step, colleagues: readonly Colleague[]): Promise<void> {
  const { a, b } = step;
  const { session } = player;
  const what = step.what as Deed;
  if (what === 'filter') return player.show(filterOf(a));
  if (what === 'reload') return player.show(player.filter);
  if (what === 'loadMore') return session.loadMore(STAGES[a % STAGES.length]!);
  if (what === 'register') return player.submit('complaintRegister', registration(step));
  const card = cardOn(player, a);
  if (card === undefined) return;
  const action = actionOn(player, card, step);
  if (action !== null) await session.act(action);
  else {
    const form = formOn(card, step, colleagues, cardOn(player, b));
    if (form !== null) await player.submit(...form);
  }
}

function cardOn({ session: { store } }: Player, n: number): ShownCard | undefined {
  const ids = STAGES.flatMap((stage) => store.column(stage).ids);
  return ids.length === 0 ? undefined : store.card(ids[n % ids.length]!)?.card;
}

/** What the board shows as done at once. */
function actionOn({ session: { store } }: Player, card: ShownCard, { what, b, c }: Step): BoardAction | null {
  const cardId = card.id;
  const handoffId = card.pendingHandoff?.id;
  if (what === 'move') {
    // Mostly a step onwards, as people do; else anywhere, which is mostly refused.
    const next = STAGES[Math.min(STAGES.indexOf(card.stage) + 1, STAGES.length - 1)]!;
    const toStage = b % 10 < 5 ? next : b % 10 < 8 ? card.stage : STAGES[b % STAGES.length]!;
    const { ids } = store.column(toStage);
    const neighbour = ids.length === 0 ? null : ids[c % ids.length]!;
    const other = neighbour === cardId ? null : neighbour;
    const place = { afterId: c % 3 === 0 ? other : null, beforeId: c % 3 === 1 ? other : null };
    const expectedVersion = toStage === card.stage ? null : card.version;
    const override = c % 2 === 0;
    return { kind: 'move', cardId, toStage, place, expectedVersion, reason: override ? '特批' : null, override };
  }
  if (what === 'claim') return { kind: 'claim', cardId };
  if (what === 'answerHandoff' && handoffId !== undefined) {
    if (b % 2 === 0) return { kind: 'accept', cardId, handoffId };
    const belongsToDepartmentCode = DEPARTMENTS[c % DEPARTMENTS.length]!;
    return { kind: 'decline', cardId, handoffId, preset: 'NOT_OURS', reason: null, belongsToDepartmentCode };
  }
  return null;
}

type Form = [mutation: string, input: Record<string, unknown>];

function formOn(card: ShownCard, step: Step, colleagues: readonly Colleague[], other?: ShownCard): Form | null {
  const { id } = card;
  const { b, c } = step;
  const department = DEPARTMENTS[b % DEPARTMENTS.length]!;
  const expectedVersion = c % 2 === 0 ? card.version : null;
  switch (step.what as Deed) {
    case 'handoffRequest':
    case 'answerHandoff':
      return [
        'handoffRequest',
        { complaintId: id, toDepartmentCode: department, reason: '属于贵部门', expectedVersion },
      ];
    case 'handoffWithdraw':
      return card.pendingHandoff === null ? null : ['handoffWithdraw', { id: card.pendingHandoff.id, reason: null }];
    case 'assign':
      return ['complaintAssign', { id, assigneeId: colleagues[b % colleagues.length]!.globalId, expectedVersion }];
    case 'route': {
      const severity = c % 3 === 0 ? SEVERITIES[b % SEVERITIES.length]! : null;
      const categoryCode = `${department}.any`;
      return [
        'complaintRoute',
        { id, departmentCode: department, categoryCode, severity, reason: '改派', expectedVersion },
      ];
    }
    case 'facts':
      return ['factsSet', { id, demand: `诉求 ${b}`, place: `门店 ${c}`, expectedVersion }];
    case 'comment':
      return ['commentAdd', { id, text: `备注 ${b}` }];
    case 'contact':
      return ['contactRecord', { id, channel: 'PHONE', summary: `已联系 ${b}`, confirmsFacts: true }];
    case 'dutyGive':
      return ['dutyGive', { complaintId: id, departmentCode: department, what: `协办 ${b}` }];
    case 'urge':
      return ['complaintUrge', { id, message: `请尽快 ${b}` }];
    case 'rule':
      return card.contestedAt === null ? null : ['complaintRule', { id, departmentCode: department, reason: '裁定' }];
    case 'supervise':
      return ['complaintSupervise', { id, reason: '督办' }];
    case 'merge': {
      const into = other === undefined || other.id === id ? null : other.id;
      return into === null ? null : ['complaintMerge', { id, intoId: into, reason: '同一件事', acrossCustomers: true }];
    }
    default:
      return null;
  }
}

function registration({ a, b, c }: Step): Record<string, unknown> {
  const department = DEPARTMENTS[b % DEPARTMENTS.length]!;
  return {
    subject: `第 ${a} 单`,
    description: '约好上午送货，等到晚上也没有人来。',
    channel: CHANNELS[c % CHANNELS.length],
    severity: SEVERITIES[a % SEVERITIES.length],
    ...(c % 2 === 0 && { departmentCode: department, categoryCode: `${department}.any` }),
    customer: { name: `客户${a}`, phone: `138${String(a).padStart(8, '0')}` },
  };
}
