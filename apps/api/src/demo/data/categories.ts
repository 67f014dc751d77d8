/** What the demo company's customers complain about, in two levels, and who takes it by default. */
import type { Channel, Severity } from '@redress/domain/rules/vocabulary';
import type { DepartmentCode } from './demo-complaint.ts';

export interface DemoCategory {
  /** `parent.child`. */
  code: string;
  zh: string;
  en: string;
  severity: Severity;
  /** Who handles it unless a rule says otherwise; null leaves it to the coordination group. */
  department: DepartmentCode | null;
}

export interface DemoParentCategory {
  code: string;
  zh: string;
  en: string;
  children: DemoCategory[];
}

function child(
  code: string,
  zh: string,
  en: string,
  department: DepartmentCode | null,
  severity: Severity = 'GENERAL',
): DemoCategory {
  return { code, zh, en, severity, department };
}

export const categories: DemoParentCategory[] = [
  {
    code: 'delivery',
    zh: '物流配送',
    en: 'Delivery',
    children: [
      child('delivery.rescheduled', '反复改期', 'Rescheduled again', 'logistics'),
      child('delivery.late', '逾期未送达', 'Late delivery', 'logistics'),
      child('delivery.damaged', '运输破损', 'Damaged in transit', 'logistics'),
      child('delivery.lost', '丢件、虚假签收', 'Lost or falsely signed for', 'logistics', 'IMPORTANT'),
      child('delivery.wrong-item', '错发漏发', 'Wrong or missing item', 'warehouse'),
      child('delivery.carry-fee', '搬运上楼收费', 'Fee for carrying upstairs', 'logistics'),
    ],
  },
  {
    code: 'installation',
    zh: '安装与家装',
    en: 'Installation and furnishing',
    children: [
      child('installation.no-show', '安装爽约', 'Installer did not come', 'logistics'),
      child('installation.poor-work', '安装质量差', 'Poor installation', 'quality'),
      child('installation.extra-fee', '安装加价', 'Extra installation charges', 'logistics'),
      child('installation.measurement', '测量与尺寸错误', 'Wrong measurement', 'stores'),
      child('installation.custom-delay', '定制延期', 'Custom furniture delayed', 'purchasing'),
    ],
  },
  {
    code: 'repair',
    zh: '售后维修',
    en: 'After-sales repair',
    children: [
      child('repair.repeat', '反复维修', 'Repaired again and again', 'quality', 'IMPORTANT'),
      child('repair.slow', '维修拖延', 'Slow repair', 'service'),
      child('repair.parts', '缺少配件', 'Parts not available', 'purchasing'),
      child('repair.warranty', '保修与收费争议', 'Warranty or repair fee dispute', 'service'),
    ],
  },
  {
    code: 'refund',
    zh: '退货退款',
    en: 'Returns and refunds',
    children: [
      child('refund.slow', '退款迟迟不到', 'Refund not arriving', 'finance'),
      child('refund.amount', '退款金额不符', 'Wrong refund amount', 'finance'),
      child('refund.refused', '拒绝退货', 'Return refused', 'service'),
      child('refund.pickup', '上门取件', 'Pick-up of returns', 'logistics'),
    ],
  },
  {
    code: 'quality',
    zh: '产品质量',
    en: 'Product quality',
    children: [
      child('quality.defect', '性能故障', 'Defect', 'quality'),
      child('quality.not-as-described', '与描述不符', 'Not as described', 'purchasing'),
      child('quality.odour', '异味与环保', 'Odour and emissions', 'quality', 'IMPORTANT'),
      child('quality.counterfeit', '疑似假货翻新', 'Suspected counterfeit', 'purchasing', 'IMPORTANT'),
    ],
  },
  {
    code: 'safety',
    zh: '人身与财产安全',
    en: 'Safety',
    children: [
      child('safety.injury', '人身伤害', 'Injury', 'quality', 'URGENT'),
      child('safety.fire', '起火、冒烟、漏电', 'Fire, smoke, electric shock', 'quality', 'URGENT'),
      child('safety.leak', '漏水漏气', 'Water or gas leak', 'quality', 'URGENT'),
    ],
  },
  {
    code: 'price',
    zh: '价格与票据',
    en: 'Prices and invoices',
    children: [
      child('price.protection', '价保', 'Price guarantee', 'finance'),
      child('price.promotion', '促销与优惠券', 'Promotions and vouchers', 'stores'),
      child('price.invoice', '发票', 'Invoices', 'finance'),
    ],
  },
  {
    code: 'store',
    zh: '门店与服务',
    en: 'Stores and service',
    children: [
      child('store.attitude', '服务态度', 'Attitude of staff', 'stores'),
      child('store.misled', '误导销售', 'Misleading sales talk', 'stores'),
      child('store.premises', '门店环境与设施', 'Store premises', 'stores'),
    ],
  },
  {
    code: 'online',
    zh: '线上与会员',
    en: 'Online and membership',
    children: [
      child('online.app-fault', '系统故障', 'App or site fault', 'technology'),
      child('online.points', '会员积分', 'Membership points', 'technology'),
      child('online.privacy', '个人信息', 'Personal data', 'technology', 'IMPORTANT'),
    ],
  },
  {
    code: 'special',
    zh: '监管、舆情与群诉',
    en: 'Regulators, press and groups',
    children: [
      child('special.regulator', '监管转办', 'Referred by a regulator', null, 'IMPORTANT'),
      child('special.press', '媒体与网络舆情', 'Press and social media', null, 'URGENT'),
      child('special.group', '群体投诉', 'Many customers at once', null, 'IMPORTANT'),
    ],
  },
  {
    code: 'voice',
    zh: '建议、咨询与表扬',
    en: 'Other voices',
    children: [
      child('voice.suggestion', '建议', 'Suggestion', 'service'),
      child('voice.inquiry', '咨询', 'Inquiry', null),
      child('voice.praise', '表扬', 'Praise', 'service'),
    ],
  },
];

export interface DemoRoutingRule {
  zh: string;
  en: string;
  /** A category code or the beginning of one, up to a dot. */
  category: string;
  channel?: Channel;
  /** Part of the customer's region. */
  region?: string;
  department: DepartmentCode;
}

/** Tried in this order, before the category's own department; the first that matches wins. */
export const routingRules: DemoRoutingRule[] = [
  {
    zh: '监管书面转办先到客服中心专岗',
    en: "Regulators' letters go to the specialist in customer service",
    category: 'special.regulator',
    channel: 'LETTER',
    department: 'service',
  },
  {
    zh: '新疆配送由区域仓直配',
    en: 'Xinjiang is delivered from the regional warehouse',
    category: 'delivery',
    region: '新疆',
    department: 'warehouse',
  },
  {
    zh: '上海安装由门店自营安装队负责',
    en: "Shanghai installs with the stores' own crews",
    category: 'installation',
    region: '上海',
    department: 'stores',
  },
  {
    zh: '门店受理的退货由门店先行处理',
    en: 'Returns brought to a store are handled there first',
    category: 'refund.refused',
    channel: 'STORE',
    department: 'stores',
  },
  {
    zh: '应用里领的券由技术核查',
    en: 'Vouchers from the app are looked into by technology',
    category: 'price.promotion',
    channel: 'MOBILE_APP',
    department: 'technology',
  },
];
