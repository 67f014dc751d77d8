/** The demo company: a Chinese retailer of appliances and home furnishing, invented from end to end. */
import type { Role } from '@redress/domain/rules/vocabulary';
import type { DepartmentCode } from './demo-complaint.ts';
import { mail } from './steps.ts';

export interface DemoDepartment {
  code: DepartmentCode;
  zh: string;
  en: string;
  /** Two characters, as it stands on a card. */
  shortZh: string;
  shortEn: string;
  /** The calendar that it works by; absent: the company's, around the clock. */
  calendar?: 'OFFICE';
}

export interface DemoMember {
  email: string;
  name: string;
  /** Given name first, as colleagues abroad write it. */
  nameEn: string;
  roles: { role: Role; department?: DepartmentCode }[];
}

export const company = {
  zh: '檐里生活',
  en: 'Yanli Living',
  legalZh: '檐里生活连锁商贸有限公司',
  legalEn: 'Yanli Living Retail Co., Ltd.',
  timeZone: 'Asia/Shanghai',
} as const;

/** In the order in which the product shows them. */
export const departments: DemoDepartment[] = [
  { code: 'service', zh: '客服中心', en: 'Customer Service', shortZh: '客服', shortEn: 'Service' },
  { code: 'logistics', zh: '物流配送', en: 'Logistics', shortZh: '物流', shortEn: 'Logistics' },
  { code: 'warehouse', zh: '仓储', en: 'Warehouse', shortZh: '仓储', shortEn: 'Warehouse' },
  { code: 'purchasing', zh: '采购', en: 'Purchasing', shortZh: '采购', shortEn: 'Purchasing', calendar: 'OFFICE' },
  { code: 'quality', zh: '产品质量', en: 'Product Quality', shortZh: '质量', shortEn: 'Quality' },
  { code: 'technology', zh: '技术', en: 'Technology', shortZh: '技术', shortEn: 'Tech', calendar: 'OFFICE' },
  { code: 'stores', zh: '门店', en: 'Stores', shortZh: '门店', shortEn: 'Stores' },
  { code: 'finance', zh: '财务', en: 'Finance', shortZh: '财务', shortEn: 'Finance', calendar: 'OFFICE' },
];

function companyWide(who: string, name: string, nameEn: string, role: Role): DemoMember {
  return { email: mail(who), name, nameEn, roles: [{ role }] };
}

function head(department: DepartmentCode, name: string, nameEn: string): DemoMember {
  return { email: mail(`head.${department}`), name, nameEn, roles: [{ role: 'DEPARTMENT_HEAD', department }] };
}

function deputy(department: DepartmentCode, name: string, nameEn: string): DemoMember {
  return { email: mail(`deputy.${department}`), name, nameEn, roles: [{ role: 'DEPUTY_HEAD', department }] };
}

/** The first agent of a department has no ordinal in the address. */
function agent(department: DepartmentCode, ordinal: number, name: string, nameEn: string): DemoMember {
  const prefix = ordinal === 1 ? 'agent' : `agent${ordinal}`;
  return { email: mail(`${prefix}.${department}`), name, nameEn, roles: [{ role: 'AGENT', department }] };
}

function alsoAgentOf(member: DemoMember, department: DepartmentCode): DemoMember {
  return { ...member, roles: [...member.roles, { role: 'AGENT', department }] };
}

export const members: DemoMember[] = [
  companyWide('coordinator', '许静', 'Jing Xu', 'COORDINATOR'),
  companyWide('coordinator2', '贾鹏程', 'Pengcheng Jia', 'COORDINATOR'),
  companyWide('supervisor', '梁燕', 'Yan Liang', 'SUPERVISOR'),
  companyWide('executive', '韩立新', 'Lixin Han', 'EXECUTIVE'),
  companyWide('gm', '周海涛', 'Haitao Zhou', 'GENERAL_MANAGER'),
  companyWide('owner', '檀远山', 'Yuanshan Tan', 'OWNER'),
  companyWide('auditor', '宋怀瑾', 'Huaijin Song', 'AUDITOR'),
  companyWide('admin', '彭凯', 'Kai Peng', 'ADMIN'),

  head('service', '方敏', 'Min Fang'),
  alsoAgentOf(deputy('service', '陶然', 'Ran Tao'), 'stores'),
  agent('service', 1, '苏晓雨', 'Xiaoyu Su'),
  agent('service', 2, '邓可', 'Ke Deng'),
  agent('service', 3, '何静怡', 'Jingyi He'),

  head('logistics', '贺建军', 'Jianjun He'),
  deputy('logistics', '秦岭', 'Ling Qin'),
  agent('logistics', 1, '王敏', 'Min Wang'),
  agent('logistics', 2, '罗大勇', 'Dayong Luo'),

  head('warehouse', '郭守田', 'Shoutian Guo'),
  alsoAgentOf(deputy('warehouse', '尹红', 'Hong Yin'), 'logistics'),
  agent('warehouse', 1, '孙磊', 'Lei Sun'),
  agent('warehouse', 2, '卢小满', 'Xiaoman Lu'),

  head('purchasing', '沈芸', 'Yun Shen'),
  deputy('purchasing', '高博', 'Bo Gao'),
  agent('purchasing', 1, '蒋文', 'Wen Jiang'),
  agent('purchasing', 2, '佟佳', 'Jia Tong'),

  head('quality', '章明远', 'Mingyuan Zhang'),
  deputy('quality', '柳青', 'Qing Liu'),
  agent('quality', 1, '田野', 'Ye Tian'),
  agent('quality', 2, '欧阳慧', 'Hui Ouyang'),

  head('technology', '程浩', 'Hao Cheng'),
  deputy('technology', '邱雪', 'Xue Qiu'),
  agent('technology', 1, '林一帆', 'Yifan Lin'),
  agent('technology', 2, '武思齐', 'Siqi Wu'),

  head('stores', '马丽华', 'Lihua Ma'),
  deputy('stores', '唐志强', 'Zhiqiang Tang'),
  agent('stores', 1, '曹阳', 'Yang Cao'),
  agent('stores', 2, '黎娜', 'Na Li'),
  agent('stores', 3, '石海波', 'Haibo Shi'),

  head('finance', '顾维', 'Wei Gu'),
  deputy('finance', '钱芳', 'Fang Qian'),
  agent('finance', 1, '任晓东', 'Xiaodong Ren'),
  agent('finance', 2, '毕云', 'Yun Bi'),
];
