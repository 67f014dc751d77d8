import type { WipPolicy } from '@redress/domain/rules/wip';
import { builder } from '../../builder.ts';

const WORDS = {
  column: 'How many complaints the stage should hold; 0: as many as there are.',
  department: 'How many of each department; 0: as many as there are.',
  departments: 'Departments with a limit of their own.',
  enforced: 'Whether a move beyond a limit is refused. A coordinator may override it with a reason.',
  code: 'The code of the department.',
  limit: 'How many of its complaints the stage should hold; 0: as many as there are.',
} as const;

const DepartmentWipLimit = builder.objectRef<WipPolicy['departments'][number]>('DepartmentWipLimit').implement({
  description: 'How many complaints of a department a stage should hold.',
  fields: (t) => ({
    departmentCode: t.exposeString('code', { description: WORDS.code }),
    limit: t.exposeInt('limit', { description: WORDS.limit }),
  }),
});

export const WipLimitPolicy = builder.objectRef<WipPolicy>('WipLimitPolicy').implement({
  description: 'How much work in progress a stage should hold. Its key is the stage.',
  fields: (t) => ({
    column: t.exposeInt('column', { description: WORDS.column }),
    department: t.exposeInt('department', { description: WORDS.department }),
    departments: t.field({
      type: [DepartmentWipLimit],
      description: WORDS.departments,
      resolve: ({ departments }) => departments,
    }),
    enforced: t.exposeBoolean('enforced', { description: WORDS.enforced }),
  }),
});

const DepartmentWipLimitInput = builder.inputType('DepartmentWipLimitInput', {
  description: 'How many complaints of a department a stage should hold.',
  fields: (t) => ({
    departmentCode: t.string({ required: true, description: WORDS.code }),
    limit: t.int({ required: true, description: WORDS.limit }),
  }),
});

export const WipLimitPolicyInput = builder.inputType('WipLimitPolicyInput', {
  description: 'How much work in progress a stage should hold. Its key is the stage.',
  fields: (t) => ({
    column: t.int({ required: true, description: WORDS.column }),
    department: t.int({ required: true, description: WORDS.department }),
    departments: t.field({ type: [DepartmentWipLimitInput], required: true, description: WORDS.departments }),
    enforced: t.boolean({ required: true, description: WORDS.enforced }),
  }),
});

interface Given extends Omit<WipPolicy, 'departments'> {
  departments: { departmentCode: string; limit: number }[];
}

/** The limits as the rules keep them. */
export function wipLimitValue({ departments, ...rest }: Given): WipPolicy {
  return { ...rest, departments: departments.map(({ departmentCode: code, limit }) => ({ code, limit })) };
}

/** A path of the rules as the contract names it. */
export function wipLimitPath(path: readonly string[]): string[] {
  return path.map((name) => (name === 'code' ? 'departmentCode' : name));
}
