import type { MemberPrincipal } from '@redress/domain/rules/principal';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { invalidInput, rateLimitedError } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { translate } from '../message/translate.ts';
import { LINE, issuesOf, text } from '../mutation/input.ts';
import { Viewer } from '../viewer/viewer.ts';

const SignInInput = builder.inputType('SignInInput', {
  description: 'Who signs in.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The address of the account; case does not matter.' }),
    password: t.string({ required: true, description: 'The password.' }),
  }),
});

const credentials = z.object({
  email: text(LINE).toLowerCase(),
  password: z.string().min(1, 'required').max(LINE, 'tooLong'),
});

interface SignInPayloadSource {
  __typename: 'SignInPayload';
  principal: MemberPrincipal;
}

const SignInPayload = builder.objectRef<SignInPayloadSource>('SignInPayload').implement({
  description: 'A session began; its cookie is in the answer.',
  fields: (t) => ({
    viewer: t.field({ type: Viewer, description: 'Who signed in.', resolve: ({ principal }) => principal }),
  }),
});

const SignInResult = resultUnion('signIn', SignInPayload, [
  'InvalidCredentialsError',
  'RateLimitedError',
  'InvalidInputError',
]);

builder.mutationField('signIn', (t) =>
  t.field({
    type: SignInResult,
    description: 'Begins a session, kept in a cookie. Anybody may try; tries are limited by account and by address.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in.' }) },
    resolve: async (_root, { input }, ctx): Promise<SignInPayloadSource | AnyUserError> => {
      const parsed = credentials.safeParse(input);
      if (!parsed.success) return invalidInput(issuesOf(parsed.error), ctx);
      const outcome = await ctx.auth.signIn(parsed.data);
      if (outcome.ok) return { __typename: 'SignInPayload', principal: outcome.principal };
      if (outcome.code === 'RATE_LIMITED') return rateLimitedError(outcome.retryAfterSeconds, ctx);
      const message = translate(ctx.locale, 'invalidCredentials');
      return { __typename: 'InvalidCredentialsError', code: 'INVALID_CREDENTIALS', message };
    },
  }),
);
