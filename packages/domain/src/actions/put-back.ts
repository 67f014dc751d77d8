/** Texts that come back edited by who was shown them masked (docs/SPEC.md, FA3): what a mask hides stays. */
import { maskText } from '../rules/mask.ts';
import { restoreMasked } from '../rules/unmask.ts';
import type { KnownPerson } from '../rules/mask.ts';
import type { ActionContext } from './context.ts';
import { invalid } from './refusal.ts';

/** Whose name is masked in the words of a complaint; empty when nobody is known. */
export async function personOf({ db }: ActionContext, customerId: string | null): Promise<KnownPerson[]> {
  return customerId === null ? [] : db.prisma.customer.findMany({ where: { id: customerId } });
}

/** The edited text with what its masks hide. Throws a Refusal at its field when one hides nothing known. */
export function putBack(field: string, edited: string, stored: string, whose: readonly KnownPerson[]): string {
  const restored = restoreMasked(edited, stored, whose);
  if (restored === null) throw invalid(field, 'maskWritten');
  return restored;
}

/**
 * The same for lines that are put in order, added and taken out besides: each masked one is that which it was shown for, or
 * an edit of any of them.
 */
export function putBackLines(field: string, edited: readonly string[], stored: readonly string[]): string[] {
  const left = [...stored];
  return edited.map((line) => {
    const shownFor = left.findIndex((one) => maskText(one) === line);
    if (shownFor !== -1) return left.splice(shownFor, 1)[0]!;
    const [restored] = stored.flatMap((one) => restoreMasked(line, one, []) ?? []);
    return restored ?? putBack(field, line, '', []);
  });
}
