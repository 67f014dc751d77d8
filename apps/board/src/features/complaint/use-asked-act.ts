/** What the palette asks the drawer's parts for: the part that has the act begins it, with the focus there. */
import { createContext, use, useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import type { SectionActName } from './section-acts.ts';
import { focusInto } from './use-asked-action.ts';

interface Asked {
  /** Null: nothing, or it has begun. */
  act: SectionActName | null;
  begun: () => void;
}

export const AskedAct = createContext<Asked>({ act: null, begun: () => undefined });

/**
 * @param names the acts of this part
 * @returns the element that the form of the act stands in
 */
export function useAskedAct<Name extends SectionActName, Element extends HTMLElement = HTMLElement>(
  names: readonly Name[],
  begin: (name: Name) => void,
): RefObject<Element | null> {
  const place = useRef<Element>(null);
  const { act, begun } = use(AskedAct);
  const beginAsked = useEffectEvent((name: Name) => {
    begin(name);
    begun();
    // Once its form is there, and after the palette has given the focus back.
    setTimeout(() => {
      if (place.current !== null) focusInto(place.current);
    });
  });
  useEffect(() => {
    const name = names.find((one) => one === act);
    if (name !== undefined) beginAsked(name);
  }, [act, names]);
  return place;
}
