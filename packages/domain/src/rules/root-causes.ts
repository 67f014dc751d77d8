/**
 * The tree of root causes that a new company begins with: groups, and what goes wrong in each. Administrators keep
 * it from then on (docs/SPEC.md, IV13).
 */

export interface RootCauseNames {
  /** `group.cause`; a group's own code has no dot. */
  code: string;
  nameZh: string;
  nameEn: string;
}

/** A code is small letters, digits and hyphens; a cause's has its group in front. */
export const ROOT_CAUSE_CODE = /^[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40})?$/;

/** The code of the group that a cause belongs to; null for a group. */
export function groupOf(code: string): string | null {
  const dot = code.indexOf('.');
  return dot === -1 ? null : code.slice(0, dot);
}

const TREE: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['product', '产品', 'Product'],
  ['product.design', '设计缺陷', 'Flaw in the design'],
  ['product.material', '材料或零部件不良', 'Poor material or part'],
  ['product.workmanship', '生产工艺或装配失误', 'Fault in making or assembling'],
  ['product.inspection', '出厂检验遗漏', 'Missed by inspection'],
  ['product.manual', '说明书或标签有误', 'Wrong manual or label'],
  ['process', '流程与制度', 'Process'],
  ['process.missing', '没有相应规定', 'No rule for it'],
  ['process.unclear', '职责或交接不清', 'Unclear duties or handover'],
  ['process.slow', '流程过长、审批太慢', 'Too many steps, too slow'],
  ['process.not-followed', '有规定未执行', 'A rule that was not followed'],
  ['process.capacity', '排班或产能不足', 'Too few people or too little capacity'],
  ['people', '人员', 'People'],
  ['people.skill', '技能不足、培训不到位', 'Missing skill or training'],
  ['people.attitude', '服务态度', 'Attitude towards the customer'],
  ['people.mistake', '操作失误', 'Slip in handling'],
  ['people.promise', '承诺过高或擅自承诺', 'Promised too much'],
  ['partner', '合作方', 'Partners'],
  ['partner.supplier', '供应商交货或质量问题', 'Late or poor supply'],
  ['partner.carrier', '承运方延误或破损', 'Delay or damage by the carrier'],
  ['partner.installer', '外包安装维修质量', 'Poor work by an installer'],
  ['system', '系统与信息', 'Systems and information'],
  ['system.fault', '系统故障', 'Fault of a system'],
  ['system.data', '数据错误或不同步', 'Wrong data, or data out of step'],
  ['system.notice', '信息未告知或告知有误', 'Customer not told, or told wrong'],
  ['system.advertising', '宣传与实际不符', 'Advertising that promised something else'],
  ['outside', '客户与外部', 'Customer and circumstances'],
  ['outside.use', '使用或保养不当', 'Used or kept in the wrong way'],
  ['outside.expectation', '期望超出约定', 'Expected more than was agreed'],
  ['outside.force', '天气、灾害等不可抗力', 'Weather, disaster and the like'],
  ['outside.unfounded', '经查无过错', 'Nothing went wrong'],
];

/** In the order in which it is shown. */
export const DEFAULT_ROOT_CAUSES: readonly RootCauseNames[] = TREE.map(([code, nameZh, nameEn]) => ({
  code,
  nameZh,
  nameEn,
}));
