/** The demo company's weekly coordination meeting, and what the last one came to. */

export interface DemoDecision {
  words: string;
  /** Who sees to it, as the part of the address before the @. */
  owner?: string;
  dueInMinutes?: number;
}

export interface DemoMeetingItem {
  /** The complaint's key, or null for a standing item. */
  complaint: string | null;
  /** Minutes after the beginning. */
  from: number;
  decision?: DemoDecision;
  duty?: { to: string; what: string; dueInMinutes: number };
  outcome: 'SETTLED' | 'DEFERRED';
}

export const series = {
  host: 'coordinator',
  name: '投诉协调周会',
  purpose: '把卡在部门之间的投诉当场定下来：谁主办、什么时候办完、还缺什么。',
  members: [
    'coordinator2',
    'supervisor',
    'head.service',
    'head.logistics',
    'head.warehouse',
    'head.purchasing',
    'head.quality',
    'head.finance',
  ],
  standingItems: ['上周的满意度和重新处理'],
  itemMinutes: 4,
  timeZone: 'Asia/Shanghai',
} as const;

export const lastMeeting = {
  minutesAgo: 1_080,
  /** Minutes after the beginning. */
  endedAfter: 31,
  confirmedAfter: 52,
  present: ['head.service', 'head.logistics', 'head.warehouse', 'head.purchasing', 'head.quality'],
  standIns: [{ who: 'deputy.finance', insteadOf: 'head.finance' }],
  /** In the order in which they were talked about. */
  items: [
    {
      complaint: null,
      from: 2,
      decision: {
        words: '三分以下的回访录音本周内逐条听完，原因写进各自的投诉。',
        owner: 'supervisor',
        dueInMinutes: 5_760,
      },
      outcome: 'SETTLED',
    },
    {
      complaint: 'app-shows-stock-shop-has-none',
      from: 6,
      decision: { words: '仓储先给客户一个到货日，库存同步的问题另查，不让客户等结论。', owner: 'head.warehouse' },
      duty: { to: 'technology', what: '查清门店库存同步为什么晚一天，给出修复日期', dueInMinutes: 2_880 },
      outcome: 'SETTLED',
    },
    {
      complaint: 'whole-house-sixty-days-late',
      from: 13,
      duty: { to: 'logistics', what: '把剩余柜体单独排一车，定下上门安装的日子', dueInMinutes: 1_740 },
      outcome: 'SETTLED',
    },
    {
      complaint: 'thermos-smells-of-paint',
      from: 21,
      decision: { words: '等同批次检测报告出来再定，下次会上先过这一项。' },
      outcome: 'DEFERRED',
    },
  ] satisfies DemoMeetingItem[] as DemoMeetingItem[],
};
