import { builder } from '../builder.ts';

export const ErrorCodeEnum = builder.enumType('ErrorCode', {
  description: 'What went wrong, for programs. More may be added.',
  values: {
    INVALID_INPUT: { description: 'The input is well formed, but not right.' },
    NOT_FOUND: { description: 'Not there, or not yours to see.' },
    FORBIDDEN: { description: 'Not yours to do.' },
    UNAUTHENTICATED: { description: 'Nobody is signed in. Comes as a top-level error only.' },
    STALE_VERSION: { description: 'Somebody else was faster.' },
    STAGE_REQUIREMENTS: { description: 'The stage cannot be entered yet.' },
    ALREADY_CLAIMED: { description: 'It has been claimed.' },
    HANDOFF_PENDING: { description: 'A handoff is in flight.' },
    HANDOFF_ANSWERED: { description: 'The handoff was answered before.' },
    CONTESTED: { description: 'Departments dispute whose it is.' },
    RULING_STANDS: { description: 'A ruling gave it to the department.' },
    RULING_SETTLED: { description: 'The ruling was made, appealed or decided before.' },
    ALREADY_DONE: { description: 'It was done when it was first asked for.' },
    STALE_POLICY: { description: 'Another administrator changed the policy first.' },
    IDEMPOTENCY_CONFLICT: { description: 'The idempotency key belongs to another request.' },
    RATE_LIMITED: { description: 'Too many tries.' },
    INVALID_CREDENTIALS: { description: 'Address and password do not belong together.' },
  },
});
