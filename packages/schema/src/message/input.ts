/** What can be wrong with one field of an input. The keys are those of the actions' refusals. */
import type { Message } from './catalogue.ts';

export const INPUT_MESSAGES = {
  invalid: { 'zh-CN': '此项内容无效，请检查后重新填写。', en: 'This value is not valid. Check it.' },
  required: { 'zh-CN': '此项必填，请填写内容。', en: 'This is required. Fill it in.' },
  tooLong: { 'zh-CN': '内容过长，最多 {max} 个字符。', en: 'This is too long. At most {max} characters are kept.' },
  malformedId: {
    'zh-CN': '编号格式不正确，请使用接口返回的 id。',
    en: 'This is no id of that type. Send an id as the API gave it.',
  },
  tooMany: { 'zh-CN': '一次最多 {max} 项，请分批提交。', en: 'At most {max} are taken at a time. Send fewer.' },
  malformedEmail: { 'zh-CN': '邮箱地址不正确，请检查。', en: 'This is no e-mail address. Check it.' },
  incompletePhone: {
    'zh-CN': '电话号码不完整，请输入完整号码。',
    en: 'This is no whole telephone number. Give all of its digits.',
  },
  oneOfThem: { 'zh-CN': '请只填写其中一项。', en: 'Give exactly one of these.' },
  notOneOrderNumber: {
    'zh-CN': '请输入一个完整的订单号，至少含五位数字。',
    en: 'Give one whole order number, with five digits or more.',
  },
  nobodyToErase: {
    'zh-CN': '这件投诉没有客户信息，或已抹除。',
    en: 'The complaint has no customer, or they were erased before.',
  },
  nobodyToCopy: {
    'zh-CN': '这件投诉没有客户信息，没有可提供的副本。',
    en: 'The complaint has no customer whom a copy could be given to.',
  },
  eraseOpenComplaints: {
    'zh-CN': '该客户还有未结案的投诉：{numbers}。请先结案，再申请抹除。',
    en: 'Complaints of theirs are still open: {numbers}. Close them first, then ask again.',
  },
  eraseLegal: {
    'zh-CN': '投诉 {number} 标有诉讼风险，资料依法保留至 {day}（UTC）。请与法务确认，到期后再申请。',
    en: 'Complaint {number} may come to court, so its data is kept until {day} (UTC). Agree with the legal department, and ask again then.',
  },
  eraseAskedBefore: {
    'zh-CN': '已有人申请抹除该客户，请在“个人信息”中查看并处理。',
    en: 'Somebody has asked for it already. See “Personal data” in the settings, and decide there.',
  },
  eraseOwnRequest: {
    'zh-CN': '这是您自己的申请，需由另一位协调员或主管执行；您可以撤回。',
    en: 'You asked for it yourself. Another coordinator or supervisor has to carry it out; you may take it back.',
  },
  exportSettled: {
    'zh-CN': '这项导出已有决定或已失效，请刷新查看。',
    en: 'It was decided on before, or has lapsed. Load the list again.',
  },
  exportTooLong: {
    'zh-CN': '一次最多导出 {days} 天内受理的投诉，请缩短时间范围。',
    en: 'At most {days} days of complaints are exported at a time. Choose a shorter time.',
  },
  erasureSettled: {
    'zh-CN': '这项申请已有决定，请刷新查看。',
    en: 'It was decided on before. Load the list again.',
  },
  erasureLapsed: {
    'zh-CN': '这项申请超过 30 天无人处理，已失效，请重新申请。',
    en: 'Nobody decided on it for 30 days, so it has lapsed. Ask for it again.',
  },
  unknownDepartment: {
    'zh-CN': '没有代码为“{code}”的部门，或该部门已停用，请重新选择。',
    en: 'There is no department with the code "{code}", or it was archived. Choose another.',
  },
  unknownCategory: {
    'zh-CN': '没有代码为“{code}”的类别，或该类别已停用，请重新选择。',
    en: 'There is no category with the code "{code}", or it was archived. Choose another.',
  },
  inFuture: { 'zh-CN': '时间不能晚于现在，请修改。', en: 'This lies in the future. Give a time that has passed.' },
  handoffToArchived: {
    'zh-CN': '该部门已停用，不能再接收投诉。请退回或撤回这次转办。',
    en: 'The department was archived meanwhile and takes no complaints. Decline the handoff or withdraw it.',
  },
  longAgo: {
    'zh-CN': '时间不能早于 {years} 年前，请检查年份。',
    en: 'This is more than {years} years ago. Check the year.',
  },
  beforeReceipt: {
    'zh-CN': '联系时间早于投诉受理时间，请核对。',
    en: 'This is before the complaint was received. Check the time.',
  },
  contactNeeded: {
    'zh-CN': '请至少留下电话或邮箱，否则我们无法答复您。',
    en: 'Leave a telephone number or an e-mail address: without one nobody can answer you.',
  },
  notInDepartment: {
    'zh-CN': '此人不在该部门或账号已停用，请另选一位。',
    en: 'This person does not belong to the department, or cannot sign in any more. Choose somebody else.',
  },
  moveBackNeedsReason: { 'zh-CN': '退回上一阶段需要说明原因，请填写。', en: 'A move back needs a reason. Give one.' },
  overrideNeedsReason: { 'zh-CN': '特批放行需要说明原因，请填写。', en: 'An override needs a reason. Give one.' },
  declineNeedsReason: { 'zh-CN': '选择“其他”时请写明退回原因。', en: 'With OTHER, say why it is declined.' },
  declineNamesItself: {
    'zh-CN': '退回时不能指向本部门；如果属于本部门，请接收。',
    en: 'It cannot belong to the department that declines it. Accept it if it is yours.',
  },
  handoffToItself: {
    'zh-CN': '这条投诉已经由该部门主办，请选择其他部门。',
    en: 'That department handles the complaint already. Choose another.',
  },
  mentionedCannotSee: {
    'zh-CN': '此人看不到这条投诉或账号已停用，不能提及；请改提其他同事。',
    en: 'This person does not see the complaint, or cannot sign in any more. Name somebody else.',
  },
  dueBeforeGiven: {
    'zh-CN': '截止时间必须晚于现在，请修改。',
    en: 'It would be due already. Give a time that lies ahead.',
  },
  maskWritten: {
    'zh-CN': '这里有遮盖的内容（**）无法还原，请把号码或姓名写完整。',
    en: 'What is masked here (**) cannot be put back. Write the number or the name in full.',
  },
  settleGrave: {
    'zh-CN': '可能有严重后果的投诉不能当场办结，请登记后按流程办理。',
    en: 'What may have grave consequences is not settled at once. Register it, and let it take its way.',
  },
  settleUrgent: {
    'zh-CN': '紧急投诉不能当场办结，请登记后按流程办理。',
    en: 'What is urgent is not settled at once. Register it, and let it take its way.',
  },
  settleNeedsDuties: {
    'zh-CN': '这个类别需要其他部门协办，不能当场办结，请登记后按流程办理。',
    en: 'This category asks other departments for something. Register it, and let it take its way.',
  },
  settleNeedsApproval: {
    'zh-CN': '这样处理需要审批，不能当场办结：请减少金额、换一种处理，或登记后按流程办理。',
    en: 'This takes an approval. Give less, give something else, or register it and let it take its way.',
  },
  settleCriteria: {
    'zh-CN': '公司的阶段放行条件还要求更多内容，不能当场办结，请登记后按流程办理。',
    en: 'The exit criteria ask for more than this form gives. Register it, and let it take its way.',
  },
  settleOwnDepartment: {
    'zh-CN': '只能由本部门当场办结，请留空或选择自己的部门。',
    en: 'Only your own department settles it at once. Leave this empty, or choose your own.',
  },
  nothingChanged: {
    'zh-CN': '内容与现有的一致，没有需要保存的更正。',
    en: 'Everything is as it was. There is nothing to save.',
  },
  tooManyWords: {
    'zh-CN': '最多 {max} 个，请删减。',
    en: 'At most {max}. Remove some.',
  },
  bulkSize: {
    'zh-CN': '请选择 1 到 {max} 条投诉。',
    en: 'Choose 1 to {max} complaints.',
  },
  escalatedToTheTop: {
    'zh-CN': '已升级到最高一级。可以催办，或请协调员督办。',
    en: 'It has been escalated to the top. Urge it, or ask a coordinator to supervise it.',
  },
  supervisedAlready: { 'zh-CN': '您已经在督办这条投诉。', en: 'You supervise this complaint already.' },
  notSupervised: { 'zh-CN': '这条投诉目前没有人督办。', en: 'Nobody supervises this complaint.' },
} as const satisfies Record<string, Message>;
