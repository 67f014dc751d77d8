/** What a customer sees of their complaint with its tracking code. Public. */
import { hashTrackingCode } from '@redress/domain/actions/new-complaint';
import { loadTracked } from '@redress/domain/reads/tracking';
import type { TrackedView } from '@redress/domain/reads/tracking';
import { builder } from '../builder.ts';
import { StageEnum } from '../complaint/vocabulary.ts';
import { localName } from '../local-name.ts';
import { rateLimited } from '../top-level-error.ts';

/** Enough for a family behind one address, hopeless for guessing 80 random bits. */
const TRIES = { limit: 60, windowSeconds: 600 };

const TrackedStep = builder.objectRef<TrackedView['steps'][number]>('TrackedStep').implement({
  description: 'A stage on the way of a complaint.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'The stage.' }),
    reachedAt: t.expose('reachedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was reached; null when it lies ahead, or was skipped.',
    }),
  }),
});

const TrackedComplaint = builder.objectRef<TrackedView>('TrackedComplaint').implement({
  description: "A complaint as its customer sees it: its steps, and nothing that is the company's own.",
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    subject: t.exposeString('subject', { description: 'What it is about, in a line; empty when it was erased.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was received.' }),
    department: t.string({
      nullable: true,
      description: "The name of the department that handles it, in the caller's language; null before there is one.",
      resolve: ({ departmentId }, _args, { directory, locale }) => {
        const department = directory.department(departmentId);
        return department && localName(locale, department);
      },
    }),
    steps: t.expose('steps', { type: [TrackedStep], description: 'All stages in their order.' }),
  }),
});

builder.queryField('tracking', (t) =>
  t.field({
    type: TrackedComplaint,
    nullable: true,
    description:
      'The complaint of a tracking code; null when there is none. Public, by POST only. Tries are limited by address, right ones and wrong ones alike.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'The code, however it is written: case, hyphens and O for 0 do not matter.',
      }),
    },
    resolve: async (_root, { code }, { db, limits }) => {
      const answer = await limits.take('tracking', TRIES);
      if (!answer.ok) throw rateLimited(answer.retryAfterSeconds);
      return loadTracked(db, hashTrackingCode(code));
    },
  }),
);
