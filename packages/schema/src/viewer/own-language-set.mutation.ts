import { ownLanguageSet } from '@redress/domain/actions/own-language-set';
import { LOCALES, writtenIn } from '@redress/domain/rules/words';
import { z } from 'zod';
import { settingsField } from '../mutation/settings-field.ts';
import { viewerId } from './viewer-id.ts';

settingsField({
  name: 'ownLanguageSet',
  description:
    'Says in which language the caller is written to: mails, messages of robots, and the pages that their links lead to. For members.',
  input: {
    description: 'The language that is chosen.',
    fields: (t) => ({
      locale: t.string({ required: true, description: 'As `MemberViewer.locale` gives it: `zh-CN` or `en`.' }),
    }),
  },
  parse: z.object({ locale: z.enum(LOCALES, 'invalid') }),
  action: (ctx, input) => ownLanguageSet(ctx, input),
  errors: [],
  payload: (t) => ({
    locale: t.string({
      description: 'The language as it is now: `zh-CN` or `en`.',
      resolve: (_payload, _args, ctx) => writtenIn(ctx.directory.member(viewerId(ctx))!.locale),
    }),
  }),
});
