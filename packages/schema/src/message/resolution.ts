/** What is said about resolutions, amounts and approvals. */
import type { Message } from './catalogue.ts';

export const RESOLUTION_MESSAGES = {
  resolutionSettled: {
    'zh-CN': '这个处理方案的状态已经变化，不能再这样操作。请刷新后查看。',
    en: 'This resolution has moved on, and that can no longer be done to it. Load again to see how it stands.',
  },
  resolutionExpired: {
    'zh-CN': '这个方案的答复期限已过。如需继续，请重新提供给客户。',
    en: 'The time to answer this offer is over. Offer it once more if it is still to stand.',
  },
  offerSettled: {
    'zh-CN': '这个方案已经有了结果，不能再答复。请刷新页面查看。',
    en: 'This option has been settled and can no longer be answered. Load the page again to see how.',
  },
  offerExpired: {
    'zh-CN': '这个方案的答复期限已过。请留言告诉我们您的想法。',
    en: 'The time to answer this option is over. Write to us what you would like.',
  },
  resolutionUnapproved: {
    'zh-CN': '这个方案还在等待审批，批准后才能提供给客户。',
    en: 'This resolution still waits for its approval. It can be offered once it has it.',
  },
  approvalSettled: {
    'zh-CN': '这一步审批已经有了结果，或不再需要。请刷新后查看。',
    en: 'This step was decided already, or is needed no longer. Load again to see how.',
  },
  kindNeedsFault: {
    'zh-CN': '投诉不成立时，只能解释说明、补偿或致歉。请换一种方案，或先修改调查结论。',
    en: 'An unfounded complaint is settled by an explanation, goodwill or an apology. Choose one of them, or change the finding first.',
  },
  amountNeeded: { 'zh-CN': '这种方案需要填写金额。', en: 'A resolution of this kind needs an amount.' },
  amountNotOfKind: {
    'zh-CN': '这种方案没有金额，请清空金额或换一种方案。',
    en: 'A resolution of this kind has no amount. Leave it out, or choose another kind.',
  },
  amountTooSmall: { 'zh-CN': '金额必须大于零，请修改。', en: 'An amount is more than zero. Change it.' },
  amountTooLarge: {
    'zh-CN': '金额过大，请核对单位和位数。',
    en: 'This amount is too large. Check its unit and its digits.',
  },
  amountNotWhole: {
    'zh-CN': '金额须是最小货币单位（分）的整数，请修改。',
    en: 'An amount is a whole number of the smallest unit of the currency. Change it.',
  },
  orderNeeded: {
    'zh-CN': '该类别的标准按订单金额的比例计算，请填写订单金额。',
    en: 'The standard of this category is a share of the order. Say what the order cost.',
  },
  tooManyResolutions: {
    'zh-CN': '一条投诉最多同时有 {max} 个未了结的方案，请先撤回一些。',
    en: 'A complaint has at most {max} resolutions on the table. Take some of them back first.',
  },
  carryOutBeforeAnswer: {
    'zh-CN': '兑现时间须晚于客户的答复期限，请修改。',
    en: 'It would have to be carried out before the customer must answer. Give a later time.',
  },
  proofNeeded: {
    'zh-CN': '请写明凭证（如退款单号、快递单号、经手人），或附上文件。',
    en: 'Say what proves it, such as the number of a receipt or a parcel, or attach a file.',
  },
  percentTooLarge: { 'zh-CN': '比例不能超过 1000%，请修改。', en: 'At most 1,000 percent. Change it.' },
  standardTwice: {
    'zh-CN': '同一种方案只能有一条标准，请删除重复的。',
    en: 'Each kind has one line. Remove the second one.',
  },
  approvalTwoSteps: {
    'zh-CN': '审批至少要有两级：大额礼品须经两级审批。',
    en: 'The ladder has at least two steps: larger gifts take two.',
  },
  approvalOutOfOrder: {
    'zh-CN': '审批须由低到高：主管、分管领导、总经理，且不能重复。',
    en: 'Steps go up: supervisor, executive, general manager, each once.',
  },
  approvalAmountsFall: {
    'zh-CN': '金额须逐级提高，请修改。',
    en: 'The amounts go up from step to step. Change this one.',
  },
  unknownCurrency: {
    'zh-CN': '没有这个货币代码，请使用三位代码，如 CNY。',
    en: 'There is no such currency. Give its code of three letters, such as CNY.',
  },
  forbidden_resolve: {
    'zh-CN': '处理方案由主办部门的成员或协调员操作；已结案的投诉不能再操作。',
    en: 'Resolutions are handled by members of the department and by coordinators, while the complaint is open.',
  },
  forbidden_withdrawAccepted: {
    'zh-CN': '客户已接受的方案只能由协调员撤回。',
    en: 'What the customer has accepted is taken back by a coordinator only.',
  },
  forbidden_approveTurn: {
    'zh-CN': '还没有轮到您审批：请由这一级的审批人办理。',
    en: 'It is not your turn: this step is decided by somebody of its role.',
  },
  forbidden_approveOwn: {
    'zh-CN': '不能审批自己提出的方案，请由同级的其他人审批。',
    en: 'Nobody approves what they asked for. Somebody else of the role decides.',
  },
  forbidden_approveTwice: {
    'zh-CN': '您已经审批过前面的一级，同一人不能审批两级。',
    en: 'You decided an earlier step: nobody stands on the ladder twice.',
  },
} as const satisfies Record<string, Message>;
