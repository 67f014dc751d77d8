/** `expectedVersion`: how an edit is guarded against another one. */
import type { InputFieldBuilder } from '@pothos/core';
import type { Types } from '../connection.ts';
import { maybe } from './input.ts';

export const expectedVersion = maybe<number>();

export function expectedVersionField(t: InputFieldBuilder<Types, 'InputObject'>) {
  return t.int({
    description:
      "The complaint's `version` as the caller saw it; another one is refused with StaleVersionError. Null: any.",
  });
}
