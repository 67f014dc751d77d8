import { CONSEQUENCES } from '@redress/domain/rules/vocabulary';
import type { Consequence } from '@redress/domain/rules/vocabulary';

/** The consequences that a draft holds, as a text with commas. */
export function consequencesOf(value: string): Consequence[] {
  return CONSEQUENCES.filter((one) => value.split(',').includes(one));
}
