/** The ways of looking at the board that the coordination group shares, and how much work each stage should hold. */
import type { WipPolicy } from '@redress/domain/rules/wip';

export const sharedViews: { name: string; search: string }[] = [
  { name: '按部门看', search: 'lanes=department' },
  { name: '紧急未接单', search: 'severity=URGENT&unclaimed=1' },
  { name: '今天到期', search: 'view=deadlines&within=day' },
];

/** Shown and not enforced: a demo in which a card may not be moved would puzzle. */
export const wipLimits: { stage: string; reason: string; limit: WipPolicy }[] = [
  {
    stage: 'INVESTIGATING',
    reason: '调查积压，结论越拖越难查',
    limit: { column: 20, department: 5, departments: [], enforced: false },
  },
  {
    stage: 'RESOLVING',
    reason: '处理中的超过一周能办完的量，就先办后接',
    limit: { column: 24, department: 6, departments: [{ code: 'finance', limit: 4 }], enforced: false },
  },
];
