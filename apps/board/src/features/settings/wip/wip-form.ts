/** The limits of a stage as fields: departments with a limit of their own stand in lines, `logistics 5`. */
import type { PolicyEntry } from '../settings-documents.ts';

type WipValue = Extract<PolicyEntry['value'], { __typename: 'WipLimitPolicy' }>;

export function wipFields({ column, department, departments, enforced }: WipValue): Record<string, string | boolean> {
  return {
    column: String(column),
    department: String(department),
    departments: departments.map(({ departmentCode, limit }) => `${departmentCode} ${limit}`).join('\n'),
    enforced,
  };
}

/** A line without a number becomes a limit that the server refuses at its field. */
export function wipDepartments(lines: readonly string[]): { departmentCode: string; limit: number }[] {
  return lines.map((line) => {
    const [departmentCode = '', limit = ''] = line.split(/[\s:：,，]+/u);
    return { departmentCode, limit: /^\d{1,9}$/.test(limit) ? Number(limit) : -1 };
  });
}
