import { builder } from '../builder.ts';

export const RoleEnum = builder.enumType('Role', {
  description: 'What a member may do, in one department or for the company.',
  values: {
    AGENT: { description: '专员: works on the complaints of the department.' },
    DEPARTMENT_HEAD: { description: '部门负责人: also claims, hands off and answers handoffs.' },
    DEPUTY_HEAD: { description: "副手 (AB 角): stands in for the head, with the head's rights." },
    SUPERVISOR: { description: '主管: sees everything; first approval, spot checks, final answers.' },
    COORDINATOR: { description: '协调员: runs the board: routes, moves any card, overrides, rules.' },
    EXECUTIVE: { description: '分管领导: sees everything; approves by amount.' },
    GENERAL_MANAGER: { description: '总经理: sees everything; approves by amount.' },
    AUDITOR: { description: '审计: sees everything, and changes nothing.' },
    OWNER: { description: '董事长: sees everything; hears of injury, press and mass cases at once.' },
    ADMIN: { description: '管理员: keeps the settings; sees no complaint.' },
  },
});
