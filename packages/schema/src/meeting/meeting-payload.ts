/** What the mutations of a meeting answer with: the meeting as the change left it, or newer. */
import type { ObjectFieldBuilder } from '@pothos/core';
import { findMeeting } from '@redress/domain/reads/meetings';
import type { Types } from '../connection.ts';
import type { SettingsPayload } from '../mutation/settings-field.ts';
import { Meeting } from './meeting.ts';

export const meetingPayload = (t: ObjectFieldBuilder<Types, SettingsPayload>) => ({
  meeting: t.field({
    type: Meeting,
    description: 'The meeting as the change left it, or newer.',
    resolve: async ({ outcome }, _args, { db }) => (await findMeeting(db, outcome.meetingId!))!,
  }),
});

/** Refusals of what only the presenter of a running meeting does. */
export const PRESENTERS_ERRORS = ['NotPresenterError', 'MeetingOverError', 'NotFoundError'] as const;
