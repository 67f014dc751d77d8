import type { MemberPrincipal } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { rateLimitedError } from '../error/from-refusal.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { translate } from '../message/translate.ts';
import { Viewer } from '../viewer/viewer.ts';

const SignInInput = builder.inputType('SignInInput', {
  description: 'Who signs in.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The address of the account; case does not matter.' }),
    password: t.string({ required: true, description: 'The password.' }),
  }),
});

interface SignInPayloadSource {
  __typename: 'SignInPayload';
  principal: MemberPrincipal;
}

builder.objectRef<SignInPayloadSource>('SignInPayload').implement({
  description: 'A session began; its cookie is in the answer.',
  fields: (t) => ({
    viewer: t.field({ type: Viewer, description: 'Who signed in.', resolve: ({ principal }) => principal }),
  }),
});

const SignInResult = builder.unionType('SignInResult', {
  description: 'What came of `signIn`.',
  types: ['SignInPayload', 'InvalidCredentialsError', 'RateLimitedError', 'InvalidInputError'] as never,
  resolveType: (value) => (value as { __typename: string }).__typename as never,
});

builder.mutationField('signIn', (t) =>
  t.field({
    type: SignInResult,
    description: 'Begins a session, kept in a cookie. Anybody may try; tries are limited by account and by address.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in.' }) },
    resolve: async (_root, { input }, ctx): Promise<never> => {
      const outcome = await ctx.auth.signIn({ email: input.email.trim().toLowerCase(), password: input.password });
      const answer = (): SignInPayloadSource | AnyUserError => {
        if (outcome.ok) return { __typename: 'SignInPayload', principal: outcome.principal };
        if (outcome.code === 'RATE_LIMITED') return rateLimitedError(outcome.retryAfterSeconds, ctx);
        const message = translate(ctx.locale, 'invalidCredentials');
        return { __typename: 'InvalidCredentialsError', code: 'INVALID_CREDENTIALS', message };
      };
      return answer() as never;
    },
  }),
);
