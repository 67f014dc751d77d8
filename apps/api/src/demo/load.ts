/**
 * Loads the demo company into an empty database: its people, its taxonomy, and its complaints, whose stories are played
 * through the product's own actions with a clock that runs from the oldest receipt to now. So the demo holds nothing
 * that the product could not have produced itself: every event, clock and breach is real.
 */
import type { Database } from '@redress/prisma/client';
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import type { ActionContext } from '@redress/domain/actions/context';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { policySet } from '@redress/domain/actions/policy-set';
import { savedViewPut } from '@redress/domain/actions/saved-view';
import { Directory } from '@redress/domain/reads/directory';
import type { Log } from '../log.ts';
import { hashPassword } from '../session/password.ts';
import { calendars } from './data/calendars.ts';
import { categories, routingRules } from './data/categories.ts';
import { departments, members } from './data/company.ts';
import { complaintsAt, minutesBefore } from './data/complaints.ts';
import { dutyTemplates } from './data/duty-templates.ts';
import { mail } from './data/steps.ts';
import { sharedViews, wipLimits } from './data/views.ts';
import { playMeetings } from './play-meetings.ts';
import { actAs, playStory } from './play-story.ts';
import type { Deed } from './play-story.ts';

/** The password of every account of the demo company. */
export const DEMO_PASSWORD = 'demo-password';

/** The company was set up this long before its first complaint, so that everybody held their roles when they acted. */
const SET_UP_BEFORE_MINUTES = 24 * 60;

/** What has something to happen by `at`: the demo's own clock, for times that have passed. */
const OVERDUE = `SELECT "id" FROM "complaint" WHERE "wakeAt" <= $1`;

/** Loads the demo as of `now`. Throws when a story does something that the rules refuse: then the story is wrong. */
export async function loadDemo(db: Database, now: Date, log: Log): Promise<void> {
  const complaints = complaintsAt(now);
  const oldest = Math.max(...complaints.map((complaint) => complaint.receivedMinutesAgo));
  let time = minutesBefore(now, oldest + SET_UP_BEFORE_MINUTES);
  const directory = await Directory.load(db);
  const setup: ActionContext = {
    db,
    directory,
    principal: { kind: 'SYSTEM', name: 'setup' },
    origin: { via: 'setup', address: null, userAgent: null, requestId: null },
    now: () => time,
    idempotency: null,
    madeUp: true,
  };
  await setUpCompany(setup);
  await setPolicies(actAs(setup, mail('admin')));
  await shareViews(actAs(setup, mail('coordinator')));

  const registered = new Map<string, string>();
  const deeds: Deed[] = complaints.flatMap((complaint) => playStory(setup, complaint, now, registered));
  deeds.push(...playMeetings(setup, now, registered));
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
  const publishDue = async (at: Date) => {
    const { rows } = await db.pool.query<{ id: string }>({ name: 'demo_overdue', text: OVERDUE, values: [at] });
    await complaintsWake(
      { ...setup, principal: { kind: 'SYSTEM', name: 'clock' } },
      rows.map((row) => row.id),
    );
  };
  for (const deed of deeds) {
    time = deed.at;
    await publishDue(time);
    await deed.run();
  }
  time = now;
  await publishDue(now);
  log.info({ complaints: complaints.length, deeds: deeds.length }, 'the demo company is loaded');
}

async function setUpCompany(ctx: ActionContext): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await directoryPut(ctx, {
    departments: departments.map(({ code, zh, en, shortZh, shortEn, calendar }) => ({
      code,
      nameZh: zh,
      nameEn: en,
      shortZh,
      shortEn,
      calendarCode: calendar ?? null,
    })),
    policies: Object.entries(calendars).map(([key, value]) => ({ kind: 'calendar', key, value })),
    categories: categories.flatMap((parent) => [
      { code: parent.code, nameZh: parent.zh, nameEn: parent.en },
      ...parent.children.map((child) => ({
        code: child.code,
        parentCode: parent.code,
        nameZh: child.zh,
        nameEn: child.en,
        severity: child.severity,
        ...(child.department !== null && { departmentCode: child.department }),
      })),
    ]),
    routingRules: routingRules.map(({ zh, en, category, department, channel, region }) => ({
      nameZh: zh,
      nameEn: en,
      categoryPrefix: category,
      departmentCode: department,
      ...(channel !== undefined && { channel }),
      ...(region !== undefined && { region }),
    })),
    members: members.map(({ email, name, roles }) => ({
      email,
      name,
      passwordHash,
      demo: true,
      roles: roles.map(({ role, department }) => ({
        role,
        ...(department !== undefined && { departmentCode: department }),
      })),
    })),
  });
}

/** As an administrator would, so that the history of the settings has something to tell. */
async function setPolicies(admin: ActionContext): Promise<void> {
  const changes = [
    ...dutyTemplates.map(({ category, reason, template }) => ({
      kind: 'dutyTemplate' as const,
      key: category,
      value: template,
      reason,
    })),
    ...wipLimits.map(({ stage, reason, limit }) => ({ kind: 'wipLimit' as const, key: stage, value: limit, reason })),
  ];
  for (const change of changes) {
    const result = await policySet(admin, { ...change, expectedVersion: null });
    if (!result.ok)
      throw new Error(`${change.kind} ${change.key} of the demo was refused: ${JSON.stringify(result.refusal)}`);
  }
}

async function shareViews(coordinator: ActionContext): Promise<void> {
  for (const view of sharedViews) {
    const result = await savedViewPut(coordinator, { ...view, id: null, sharing: 'COMPANY', departmentCode: null });
    if (!result.ok) throw new Error(`the demo's view ${view.name} was refused: ${JSON.stringify(result.refusal)}`);
  }
}
