/** What was revealed of a complaint's customer, for as long as it is looked at: in this view alone, never stored. */
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { serverNow } from '../../ui/now.ts';

/** As the server answers with it. */
export interface RevealedCustomer {
  name: string | null;
  phone: string | null;
  email: string | null;
  texts: readonly { masked: string; text: string }[];
}

/** Long enough to dial and to read, too short to be left open on a desk. In ms. */
export const SHOWN_FOR = 120_000;

interface Revealing {
  customer: RevealedCustomer | null;
  /** When it hides by itself, by the server's clock; null while nothing is shown. In ms since the epoch. */
  until: number | null;
  /** A text as it was written, while it is revealed; else as it is given. */
  read: (masked: string) => string;
  show: (customer: RevealedCustomer) => void;
  hide: () => void;
}

const asGiven = (text: string) => text;
const nothing: Revealing = { customer: null, until: null, read: asGiven, show: () => {}, hide: () => {} };
const RevealContext = createContext(nothing);

export const useRevealed = () => use(RevealContext);

/** Around one complaint: another one begins masked. */
export function RevealProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ customer: RevealedCustomer; until: number } | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const hide = () => setShown(null);
    const timer = setTimeout(hide, shown.until - serverNow());
    // A page that is kept for the way back must not keep this.
    addEventListener('pagehide', hide);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', hide);
    };
  }, [shown]);
  const value = useMemo<Revealing>(() => {
    const texts = shown === null ? new Map<string, string>() : byMask(shown.customer.texts);
    return {
      customer: shown?.customer ?? null,
      until: shown?.until ?? null,
      read: (masked) => texts.get(masked) ?? masked,
      show: (customer) => setShown({ customer, until: serverNow() + SHOWN_FOR }),
      hide: () => setShown(null),
    };
  }, [shown]);
  return <RevealContext value={value}>{children}</RevealContext>;
}

/** Texts that read alike when they are masked stay so: which is which nobody could say. */
export function byMask(texts: RevealedCustomer['texts']): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const { masked, text } of texts) {
    const other = found.get(masked);
    found.set(masked, other === undefined || other === text ? text : null);
  }
  return new Map([...found].filter((pair): pair is [string, string] => pair[1] !== null));
}
