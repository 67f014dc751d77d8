/** What is said to who may not do something: who may. */
import type { Message } from './catalogue.ts';

export const FORBIDDEN_MESSAGES = {
  forbidden: { 'zh-CN': '您没有这项操作的权限，请联系协调员。', en: 'This is not yours to do. Ask a coordinator.' },
  forbidden_act: {
    'zh-CN': '您的账号或令牌只能查看，不能修改。',
    en: 'This account or token may read only.',
  },
  forbidden_settings: {
    'zh-CN': '只有管理员可以查看和修改设置。',
    en: 'Settings are kept by administrators.',
  },
  forbidden_notificationChannels: {
    'zh-CN': '通知渠道属于成员个人，令牌不能设置。',
    en: 'Channels of notifications belong to members; tokens have none.',
  },
  forbidden_ownLanguage: {
    'zh-CN': '语言由成员自己选择，令牌没有这项设置。',
    en: 'Members choose their language; tokens have none.',
  },
  forbidden_savedViews: {
    'zh-CN': '视图属于成员，令牌不能保存。',
    en: 'Views belong to members; tokens have none.',
  },
  forbidden_shareView: {
    'zh-CN': '全公司共享的视图由协调员设置，部门共享的由部门负责人、副手或协调员设置。',
    en: 'Views for the company are shared by coordinators, those of a department by its head or deputy or by coordinators.',
  },
  forbidden_register: {
    'zh-CN': '只有部门成员和协调员可以登记投诉。',
    en: 'Complaints are registered by members of a department and by coordinators.',
  },
  forbidden_lookUp: {
    'zh-CN': '只有部门成员和协调员可以按号码查找来电客户。',
    en: 'Callers are looked up by members of a department and by coordinators.',
  },
  forbidden_claim: {
    'zh-CN': '接单须由主办部门的负责人、副手或协调员操作，且没有转办在途。',
    en: "A complaint is claimed by its department's head or deputy, or by a coordinator, while no handoff is in flight.",
  },
  forbidden_move: {
    'zh-CN': '只有主办部门的成员和协调员可以移动这张卡片。',
    en: 'This card is moved by members of its department and by coordinators.',
  },
  forbidden_survey: {
    'zh-CN': '只有回访阶段、且能处理投诉的成员可以记录回访结果。',
    en: 'Surveys are taken down by members who may act on complaints, while the case is followed up.',
  },
  forbidden_surveyOwn: {
    'zh-CN': '您经办过这条投诉，回访须由未经办的同事完成。',
    en: 'You worked on this case. Somebody who did not asks the customer how it was.',
  },
  forbidden_finalAnswer: {
    'zh-CN': '终结答复由主管作出，且须在客户仍不满意、不再重新处理时。',
    en: 'A final answer is a supervisor’s to give, when the customer was not satisfied and no further round follows.',
  },
  forbidden_finalAnswerDecide: {
    'zh-CN': '只有指定的法务复核人可以决定这份终结答复。',
    en: 'Only who was named to review this final answer decides on it.',
  },
  forbidden_regulator: {
    'zh-CN': '监管转办由主办部门的成员、首问人或协调员办理；已结案的投诉不能再登记。',
    en: 'Regulators’ cases are worked on by members of the department, the registrar and coordinators, while they are open.',
  },
  forbidden_reviewRegulatorAnswer: {
    'zh-CN': '给监管部门的答复由主管审核。',
    en: 'Answers to agencies are reviewed by supervisors.',
  },
  forbidden_reviewOwn: {
    'zh-CN': '不能审核自己起草的内容，请由另一位同事处理。',
    en: 'Nobody reviews what they wrote themselves. Leave it to somebody else.',
  },
  forbidden_holdReplies: {
    'zh-CN': '冻结、解除对外回复和核准口径由协调员、分管领导或总经理操作，且投诉未结案。',
    en: 'Replies are held, released and approved by coordinators and executives, while the complaint is open.',
  },
  forbidden_markDemand: {
    'zh-CN': '不合理诉求由主管标记和取消。',
    en: 'Demands are marked as unreasonable by supervisors.',
  },
  forbidden_demandMarkDecide: {
    'zh-CN': '标记须由另一位主管或协调员复核，不能由发起人决定。',
    en: 'A mark is decided on by another supervisor or a coordinator, never by who asked for it.',
  },
  forbidden_route: {
    'zh-CN': '派单由协调员操作；已结案的投诉不能派单。',
    en: 'Complaints are routed by coordinators, and only while they are open.',
  },
  forbidden_assign: {
    'zh-CN': '经办人由主办部门的负责人、副手或协调员指定。',
    en: "The assignee is named by the department's head or deputy, or by a coordinator.",
  },
  forbidden_handOff: {
    'zh-CN': '转办由主办部门的负责人、副手或协调员发起。',
    en: "A handoff is asked by the department's head or deputy, or by a coordinator.",
  },
  forbidden_answerHandoff: {
    'zh-CN': '转办由被请求部门的负责人、副手或协调员答复。',
    en: "A handoff is answered by the asked department's head or deputy, or by a coordinator.",
  },
  forbidden_withdrawHandoff: {
    'zh-CN': '转办由发起部门的负责人、副手或协调员撤回。',
    en: "A handoff is withdrawn by the asking department's head or deputy, or by a coordinator.",
  },
  forbidden_contact: {
    'zh-CN': '联系记录由主办部门的成员、首问人或协调员填写；已结案的投诉不能再记录。',
    en: 'Contacts are recorded by members of the department, the registrar and coordinators, while the complaint is open.',
  },
  forbidden_settle: {
    'zh-CN': '只有部门成员可以当场办结。',
    en: 'Only members of a department settle at first contact.',
  },
  forbidden_setFacts: {
    'zh-CN': '事实由主办部门的成员、首问人或协调员更正；已结案或内容已删除的投诉不能再更正。',
    en: 'Facts are corrected by members of the department, the registrar and coordinators, while the complaint is open and its words are there.',
  },
  forbidden_comment: { 'zh-CN': '您的角色只能查看，不能评论。', en: 'Your role reads only, and cannot comment.' },
  forbidden_override: { 'zh-CN': '只有协调员可以特批放行。', en: 'Only coordinators may override.' },
  forbidden_giveDuty: {
    'zh-CN': '协办事项由主办部门的负责人、副手或协调员下达。',
    en: "Duties are given by the department's head or deputy, or by a coordinator.",
  },
  forbidden_dutyDone: {
    'zh-CN': '协办事项由承办部门的成员或协调员报完成。',
    en: 'A duty is reported done by members of the department that has it, or by a coordinator.',
  },
  forbidden_dutyWaive: {
    'zh-CN': '协办事项只能由下达人或协调员免除；模板下达的，主办部门的负责人、副手也可以免除。',
    en: "A duty is waived by who gave it, or by a coordinator; one of a template also by the handling department's head or deputy.",
  },
  forbidden_dutyAssign: {
    'zh-CN': '协办事项的负责人由承办部门的负责人、副手或协调员指定；部门成员可以自己认领。',
    en: 'The owner of a duty is named by the head or deputy of its department, or by a coordinator; members may take it themselves.',
  },
  forbidden_hold: {
    'zh-CN': '挂起由主办部门的成员或协调员操作，且投诉须在受理之后、结案之前。',
    en: 'A complaint is put on hold by members of its department and by coordinators, once it is confirmed and until it is closed.',
  },
  forbidden_approveHold: {
    'zh-CN': '挂起申请由主管或协调员审批，不能审批自己的申请。',
    en: 'A hold is approved by a supervisor or a coordinator, never by who asked for it.',
  },
  forbidden_refuseHold: {
    'zh-CN': '挂起申请由主管或协调员驳回，申请人可以撤回。',
    en: 'A hold is refused by a supervisor or a coordinator; who asked for it may take it back.',
  },
  forbidden_resume: {
    'zh-CN': '恢复处理由主办部门的成员或协调员操作。',
    en: 'A complaint is resumed by members of its department and by coordinators.',
  },
  forbidden_promise: {
    'zh-CN': '对客户的承诺由主办部门的成员、首问人或协调员登记；已结案的投诉不能再登记。',
    en: 'Promises are recorded by members of the department, the registrar and coordinators, while the complaint is open.',
  },
  forbidden_promiseRelease: {
    'zh-CN': '承诺只能由作出承诺的人或协调员解除。',
    en: 'A promise is released by who made it, or by a coordinator.',
  },
  forbidden_escalate: {
    'zh-CN': '您的角色只能查看，不能上报；已结案的投诉也不能上报。',
    en: 'Your role reads only and cannot escalate; a closed complaint cannot be escalated either.',
  },
  forbidden_takeOn: {
    'zh-CN': '升级由被通知的人、主办部门的负责人或副手、协调员接手。',
    en: "An escalation is taken on by whom it named, by the department's head or deputy, or by a coordinator.",
  },
  forbidden_urge: {
    'zh-CN': '您的角色只能查看，不能催办；已结案的投诉也不能催办。',
    en: 'Your role reads only and cannot urge; a closed complaint cannot be urged either.',
  },
  forbidden_group: {
    'zh-CN': '群诉由协调员建立和维护。',
    en: 'Group cases are opened and kept by coordinators.',
  },
  forbidden_merge: {
    'zh-CN': '并案由两条投诉的主办部门负责人、副手或协调员操作，且均未结案。',
    en: 'Complaints are merged by the head or deputy of both departments, or by a coordinator, while they are open.',
  },
  forbidden_print: {
    'zh-CN': '投诉由登录的成员打印，令牌不能打印。',
    en: 'Complaints are printed by members, never by tokens.',
  },
  forbidden_export: {
    'zh-CN': '导出投诉清单由部门负责人、副手、主管、协调员和公司领导申请。',
    en: 'Lists are exported by heads and deputies of departments, supervisors, coordinators and executives.',
  },
  forbidden_exportDecide: {
    'zh-CN': '导出由主管、协调员或公司领导审批。',
    en: 'Exports are approved by supervisors, coordinators and executives.',
  },
  forbidden_exportOwn: {
    'zh-CN': '这是您自己的申请，需由另一位同事审批。',
    en: 'You asked for it yourself. Somebody else has to decide.',
  },
  forbidden_erase: {
    'zh-CN': '抹除客户个人信息由协调员或主管申请和确认。',
    en: 'Erasing a customer is asked for and confirmed by coordinators and supervisors.',
  },
  forbidden_reveal: {
    'zh-CN': '客户的完整信息只对主办部门的成员、首问人和协调员显示，令牌不能查看。',
    en: "A customer's data is shown to members of the handling department, to the registrar and to coordinators, never to tokens.",
  },
  forbidden_supervise: {
    'zh-CN': '督办由协调员进行；已结案的投诉不能督办。',
    en: 'Complaints are supervised by coordinators, and only while they are open.',
  },
} as const satisfies Record<string, Message>;
