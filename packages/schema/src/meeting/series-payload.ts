/** What the mutations of a series answer with: the series as the change left it, or newer. */
import type { ObjectFieldBuilder } from '@pothos/core';
import { findSeries } from '@redress/domain/reads/meeting-series';
import type { Types } from '../connection.ts';
import type { SettingsPayload } from '../mutation/settings-field.ts';
import { MeetingSeries } from './meeting-series.ts';

export const seriesPayload = (t: ObjectFieldBuilder<Types, SettingsPayload>) => ({
  series: t.field({
    type: MeetingSeries,
    description: 'The series as it is now.',
    resolve: async ({ outcome }, _args, { db }) => (await findSeries(db, outcome.seriesId!))!,
  }),
});
