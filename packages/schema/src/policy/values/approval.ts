import type { ApprovalPolicy as Value, ApprovalStep as Step } from '@redress/domain/rules/approval';
import { APPROVAL_ROLES } from '@redress/domain/rules/approval';
import type { ApprovalRole } from '@redress/domain/rules/approval';
import { builder } from '../../builder.ts';

const MEANING: Record<ApprovalRole, string> = {
  SUPERVISOR: '主管.',
  EXECUTIVE: '分管领导.',
  GENERAL_MANAGER: '总经理.',
};

const ApprovalRoleEnum = builder.enumType('ApprovalRole', {
  description: 'Who can stand on the ladder of approvals, from the lowest.',
  values: Object.fromEntries(APPROVAL_ROLES.map((role) => [role, { description: MEANING[role] }])) as {
    [R in ApprovalRole]: { description: string };
  },
});

const ApprovalStep = builder.objectRef<Step>('ApprovalStep').implement({
  description: 'A step of the ladder of approvals.',
  fields: (t) => ({
    role: t.expose('role', { type: ApprovalRoleEnum, description: 'Who approves.' }),
    aboveMinor: t.expose('aboveMinor', {
      type: 'MinorUnits',
      description: 'Amounts above this take it, after the steps before it; in the smallest unit of the currency.',
    }),
  }),
});

const ApprovalStepInput = builder.inputType('ApprovalStepInput', {
  description: 'A step of the ladder of approvals.',
  fields: (t) => ({
    role: t.field({ type: ApprovalRoleEnum, required: true, description: 'Who approves; above the step before it.' }),
    aboveMinor: t.field({
      type: 'MinorUnits',
      required: true,
      description: 'Amounts above this take it; not below that of the step before it. 0 and up.',
    }),
  }),
});

export const ApprovalPolicy = builder.objectRef<Value>('ApprovalPolicy').implement({
  description: 'Who approves a resolution before the customer hears of it (审批权限). Its key is COMPANY.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'What all amounts of the company are in: `CNY`.' }),
    steps: t.expose('steps', { type: [ApprovalStep], description: 'From the lowest; at least two.' }),
    giftAboveMinor: t.expose('giftAboveMinor', {
      type: 'MinorUnits',
      description: 'Gifts above this take two steps at least; in the smallest unit of the currency.',
    }),
  }),
});

export const ApprovalPolicyInput = builder.inputType('ApprovalPolicyInput', {
  description: 'Who approves a resolution before the customer hears of it. Its key is COMPANY.',
  fields: (t) => ({
    currency: t.string({ required: true, description: 'What all amounts of the company are in, by ISO 4217: `CNY`.' }),
    steps: t.field({ type: [ApprovalStepInput], required: true, description: 'From the lowest: two or three.' }),
    giftAboveMinor: t.field({
      type: 'MinorUnits',
      required: true,
      description: 'Gifts above this take two steps at least; 0 and up.',
    }),
  }),
});
