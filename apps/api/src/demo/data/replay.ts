/**
 * Plays one complaint's story by the rules that the product holds it to when the demo is loaded. Where the product
 * may be lenient this is strict, so that a story which passes here is not refused there.
 */
import { proposedDepartment } from './categories.ts';
import { type DemoMember, members, type Role } from './company.ts';
import { type DemoClock, startClock } from './demo-clocks.ts';
import { type DemoComplaint, type DemoStep, type DepartmentCode, type Stage, stages } from './demo-complaint.ts';

export interface Replay {
  problems: string[];
  stage: Stage;
  department: DepartmentCode | null;
  claimed: boolean;
  pendingHandoff: { to: DepartmentCode; askedAgo: number } | null;
  declines: number;
  handoffs: number;
  clocks: DemoClock[];
}

const seesEverything: Role[] = ['SUPERVISOR', 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER'];
const byEmail = new Map(members.map((m) => [m.email, m]));

function has(member: DemoMember, roles: Role[], department?: DepartmentCode): boolean {
  return member.roles.some((r) => roles.includes(r.role) && (department === undefined || r.department === department));
}

export function replay(complaint: DemoComplaint): Replay {
  const problems: string[] = [];
  const { severity, receivedMinutesAgo } = complaint;
  let stage: Stage = 'RECEIVED';
  let department = proposedDepartment(complaint.category, complaint.channel, complaint.customer.region);
  let claimed = false;
  let assignee: string | null = null;
  let contacted = false;
  let factsConfirmed = false;
  let pending: { to: DepartmentCode; askedAgo: number } | null = null;
  let declines = 0;
  let handoffs = 0;
  const involved = new Set<DepartmentCode>(department ? [department] : []);

  const firstResponse = startClock('FIRST_RESPONSE', severity, receivedMinutesAgo);
  const resolution = startClock('RESOLUTION', severity, receivedMinutesAgo);
  const clocks: DemoClock[] = [firstResponse, resolution];
  let claimClock: DemoClock | null = null;
  const askForClaim = (ago: number) => {
    claimClock = startClock('CLAIM', severity, ago);
    clocks.push(claimClock);
  };
  const endClaim = (ago: number, dropped = false) => {
    if (claimClock) Object.assign(claimClock, { endedAgo: ago, dropped });
    claimClock = null;
  };
  if (department) askForClaim(receivedMinutesAgo);

  const play = (step: DemoStep, actor: DemoMember) => {
    const bad = (why: string) => problems.push(`${complaint.key}: ${step.do} ${step.minutesAgo} min ago: ${why}`);
    const need = (condition: boolean, why: string) => condition || bad(why);
    const coordinator = has(actor, ['COORDINATOR']);
    const leads = (code: DepartmentCode | null) =>
      code !== null && has(actor, ['DEPARTMENT_HEAD', 'DEPUTY_HEAD'], code);
    const handles = department !== null && actor.roles.some((r) => r.department === department);
    const ago = step.minutesAgo;
    need(stage !== 'CLOSED', 'it is closed');

    switch (step.do) {
      case 'route':
        need(coordinator, 'only a coordinator routes');
        need(pending === null, 'a handoff is pending');
        endClaim(ago, true);
        department = step.to;
        involved.add(step.to);
        claimed = false;
        assignee = null;
        askForClaim(ago);
        return;
      case 'claim':
        need(!claimed, 'already claimed');
        need(pending === null, 'a handoff is pending');
        need(leads(department) || coordinator, 'not of those who may claim');
        claimed = true;
        endClaim(ago);
        return;
      case 'assign': {
        need(claimed && pending === null, 'not claimed, or a handoff is pending');
        need(leads(department) || coordinator, 'not of those who may assign');
        const to = byEmail.get(step.to);
        need(to?.roles.some((r) => r.department === department) ?? false, `${step.to} is not of the department`);
        assignee = step.to;
        return;
      }
      case 'contact':
        need(handles || actor.email === complaint.registeredBy, 'neither of the department nor the registrar');
        need(contacted || step.direction === 'OUTBOUND', 'the first contact is not ours');
        if (!contacted) firstResponse.endedAgo = ago;
        contacted = true;
        factsConfirmed ||= step.confirmsFacts ?? false;
        return;
      case 'move': {
        need(pending === null, 'a handoff is pending');
        need(leads(department) || coordinator || actor.email === assignee, 'may not move it');
        if (step.override) need(coordinator && Boolean(step.reason), 'an override needs a coordinator and a reason');
        if (step.override) need(step.to !== 'CLOSED', 'no override into CLOSED');
        const forward: number = stages.indexOf(step.to) - stages.indexOf(stage);
        const remedyFirst = stage === 'CONFIRMED' && step.to === 'RESOLVING';
        need(forward === 1 || remedyFirst || forward < 0, `from ${stage} to ${step.to}`);
        if (forward < 0) need(Boolean(step.reason), 'moving back needs a reason');
        if (stage === 'RECEIVED') need(department !== null, 'no handling department');
        if (stage === 'CONFIRMED' && forward > 0 && !step.override) {
          need(claimed && factsConfirmed && contacted, 'not claimed, or facts not confirmed with the customer');
        }
        stage = step.to;
        if (stage === 'FOLLOWING_UP') resolution.endedAgo = ago;
        return;
      }
      case 'handoff':
        need(claimed && pending === null, 'not claimed, or a handoff is pending');
        need(declines < 2, 'contested: a coordinator has to rule first');
        need(leads(department) || coordinator, 'not of those who may hand off');
        need(step.to !== department, 'to the department that has it');
        pending = { to: step.to, askedAgo: ago };
        handoffs += 1;
        involved.add(step.to);
        askForClaim(ago);
        return;
      case 'accept':
        need(pending !== null && leads(pending.to), 'nothing to accept');
        if (pending) department = pending.to;
        pending = null;
        assignee = null;
        endClaim(ago);
        return;
      case 'decline':
        need(pending !== null && leads(pending.to), 'nothing to decline');
        need(step.belongsTo !== pending?.to, 'says that it belongs to itself');
        pending = null;
        declines += 1;
        endClaim(ago);
        return;
      case 'withdraw':
        need(pending !== null && leads(department), 'nothing to withdraw');
        pending = null;
        endClaim(ago, true);
        return;
      case 'comment':
        need(
          has(actor, seesEverything) ||
            actor.email === complaint.registeredBy ||
            actor.roles.some((r) => r.department !== undefined && involved.has(r.department)),
          'may not see it',
        );
        return;
    }
  };

  let previous = receivedMinutesAgo;
  for (const step of complaint.story) {
    const actor = byEmail.get(step.by);
    if (!actor) problems.push(`${complaint.key}: unknown member ${step.by}`);
    if (step.minutesAgo >= previous || step.minutesAgo < 0) {
      problems.push(`${complaint.key}: ${step.do} ${step.minutesAgo} min ago is out of order`);
    }
    previous = step.minutesAgo;
    if (actor) play(step, actor);
  }
  return { problems, stage, department, claimed, pendingHandoff: pending, declines, handoffs, clocks };
}
