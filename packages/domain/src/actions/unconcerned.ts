/** Nobody investigates a complaint about themselves (docs/SPEC.md, IV10–IV11): whom an input may name to work on it. */
import { isActive } from '../reads/people.ts';
import { FEWEST_TOGETHER, MOST_TOGETHER } from '../rules/investigation.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { Refusal, invalid } from './refusal.ts';

/** Refuses a member whom the complaint is about; null names nobody and passes. */
export function requireUnconcerned({ complaint }: Case, path: string, memberId: string | null): void {
  if (memberId !== null && complaint.concernedIds.includes(memberId)) throw invalid(path, 'concernedByIt');
}

/** Active members, each once, whose places in the input say what is wrong with them. */
export function requireMembers(ctx: ActionContext, path: string, memberIds: readonly string[]): string[] {
  const issues = memberIds.flatMap((id, i) => {
    const member = ctx.directory.member(id);
    return member !== null && isActive(member) ? [] : [{ path: [path, String(i)], key: 'unknownMember' }];
  });
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
  return [...new Set(memberIds)];
}

/** Two members or more who do something about the case together, none of whom it is about. */
export function requireTogether(
  ctx: ActionContext,
  { complaint }: Case,
  path: string,
  memberIds: readonly string[],
): string[] {
  const members = requireMembers(ctx, path, memberIds);
  if (members.length < FEWEST_TOGETHER) throw invalid(path, 'twoMembers', { min: FEWEST_TOGETHER });
  if (members.length > MOST_TOGETHER) throw invalid(path, 'tooMany', { max: MOST_TOGETHER });
  const issues = memberIds.flatMap((id, i) =>
    complaint.concernedIds.includes(id) ? [{ path: [path, String(i)], key: 'concernedByIt' }] : [],
  );
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
  return members;
}
