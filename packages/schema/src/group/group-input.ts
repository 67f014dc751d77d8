/** Parts of the inputs of group cases. */
import { GROUP_SIZE } from '@redress/domain/rules/group-case';
import { z } from 'zod';
import { globalId } from '../mutation/input.ts';

/** Nobody is paid more by a standard; a slip of some zeros is refused. */
const MOST_MINOR = 10_000_000_000;

export const complaintIds = z.array(globalId('Complaint')).max(GROUP_SIZE.max, 'tooMany');

/** An amount in the smallest unit of the currency: whole, from 0. */
export const amountMinor = z
  .number()
  .int('numberNotWhole')
  .min(0, 'numberTooSmall')
  .max(MOST_MINOR, 'numberTooLarge')
  .nullish()
  .transform((amount) => (amount === null || amount === undefined ? null : BigInt(amount)));

export const AMOUNT_DESCRIPTION =
  'What each customer gets, in the smallest unit of the currency (分): whole, 0 to 10,000,000,000. Null: nothing was agreed.';
