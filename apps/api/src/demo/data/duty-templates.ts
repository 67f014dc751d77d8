/** The duties that the demo company gives whenever a department takes such a complaint on, by category. */
import type { DutyTemplatePolicy } from '@redress/domain/rules/duty-template';

export interface DemoDutyTemplate {
  category: string;
  /** Why the administrator set it. */
  reason: string;
  template: DutyTemplatePolicy;
}

export const dutyTemplates: DemoDutyTemplate[] = [
  {
    category: 'safety',
    reason: '人身安全类一律先隔离、先慰问，不等定责',
    template: {
      duties: [
        {
          departmentCode: 'quality',
          what: '封存涉事产品，核对同批次在库和已售数量',
          whatEn: 'Secure the product, count what of its batch is in stock and what is sold',
          minutes: 120,
          owner: 'HEAD',
        },
        {
          departmentCode: 'service',
          what: '当天回访慰问，记下伤情和就医情况',
          whatEn: 'Call on the customer the same day, write down injuries and treatment',
          minutes: 480,
          owner: null,
        },
      ],
    },
  },
  {
    category: 'delivery.lost',
    reason: '丢件要三家对账，以前总有一家忘了',
    template: {
      duties: [
        {
          departmentCode: 'warehouse',
          what: '调出库监控和交接单',
          whatEn: 'Find the footage and the handover sheet of the dispatch',
          minutes: 240,
          owner: null,
        },
        {
          departmentCode: 'finance',
          what: '核对保价金额和理赔时限',
          whatEn: 'Check the insured value and until when it can be claimed',
          minutes: 480,
          owner: null,
        },
      ],
    },
  },
];
