import { hashTrackingCode } from '@redress/domain/actions/new-complaint';
import { loadTracked } from '@redress/domain/reads/tracking';
import { findTracked } from '@redress/domain/reads/tracking-access';
import { builder } from '../builder.ts';
import { WRONG_TRIES } from '../mutation/action-field.ts';
import { rateLimited } from '../top-level-error.ts';
import { TrackedComplaint } from './tracked-complaint.ts';
import { TRIES, triesAt } from './tries.ts';

builder.queryField('tracking', (t) =>
  t.field({
    type: TrackedComplaint,
    nullable: true,
    description:
      'The complaint of a tracking code; null when there is none, and when the digits are wrong: both look the same. Public, by POST only. Tries are limited by address, right ones and wrong ones alike, and wrong ones at one code from all addresses together.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'The code, however it is written: case, hyphens and O for 0 do not matter.',
      }),
      phoneLast4: t.arg.string({
        description:
          "The last four digits of the customer's phone number. Without a phone number the code alone opens the complaint.",
      }),
    },
    resolve: async (_root, { code, phoneLast4 }, { db, limits }) => {
      const key = triesAt(code);
      // Whoever is stopped by their address uses up nobody's tries at a code.
      const address = await limits.take('tracking', TRIES);
      const answer = address.ok ? await limits.takeAt(key, WRONG_TRIES) : address;
      if (!answer.ok) throw rateLimited(answer.retryAfterSeconds);
      const id = await findTracked(db, { hash: hashTrackingCode(code), phoneLast4: phoneLast4 ?? null });
      if (id === null) return null;
      await limits.giveBack(key);
      return loadTracked(db, id);
    },
  }),
);
