/** Every screen that one can go to, with the words under which it is found. Routes that name one thing are reached from it. */
import type { Viewer } from '../../app/viewer.tsx';

interface Way {
  href: string;
  also: string;
  /** Whose it is; everybody's when left out. */
  for?: keyof Viewer['permissions'];
  isDeep?: boolean;
}

export const WAYS = {
  board: { href: '/', also: 'home kanban 首页' },
  desk: { href: '/desk', also: 'inbox todo waiting 收件箱 待办' },
  register: { href: '/register', also: 'new add complaint 新增 新建 录入', for: 'register' },
  handoffs: { href: '/?view=handoffs', also: 'matrix waits 矩阵 等待' },
  deadlines: { href: '/?view=deadlines', also: 'clock due time line 时间轴 到期' },
  table: { href: '/?view=table', also: 'list rows sort 表格 排序' },
  wall: { href: '/?view=wall', also: 'screen big display 看板墙 投屏' },
  meetings: { href: '/meetings', also: 'agenda minutes series 会议 纪要 议程' },
  declines: { href: '/figures/declines', also: 'figures statistics report 统计 报表' },
  surveys: { href: '/figures/surveys', also: 'figures satisfaction rating 统计 评价 报表' },
  exports: { href: '/figures/exports', also: 'download csv excel 下载 表格' },
  notifications: { href: '/settings/notifications', also: 'channels mail webhook quiet 邮件 提醒 免打扰' },
  audit: { href: '/audit', also: 'log trail history 日志 记录', for: 'audit' },
  settings: { href: '/settings', also: 'policies administration 配置 规则' },
} as const satisfies Record<string, Way>;

export type WayName = keyof typeof WAYS;

/** The ways that are this member's to go. */
export function waysOf({ permissions }: Pick<Viewer, 'permissions'>): WayName[] {
  return (Object.keys(WAYS) as WayName[]).filter((name) => {
    const way: Way = WAYS[name];
    return way.for === undefined || permissions[way.for];
  });
}
