/** The language that is switched to on the board is the one in which the member is written to (docs/SPEC.md, NX25). */
import { useEffect, useRef } from 'react';
import { graphql } from '../graphql.ts';
import { getLocale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-t.ts';
import { uncachedClient } from './graphql-client.ts';
import { useViewer } from './viewer.tsx';

const ownLanguageSetMutation = graphql(`
  mutation SetOwnLanguage($input: OwnLanguageSetInput!) {
    ownLanguageSet(input: $input) { __typename }
  }
`);

/** Whose switch in this browser the server has not heard of yet: their id. */
const UNTOLD_KEY = 'redress.locale.untold';

/**
 * Tells the server of the language whenever it is switched, and at the start what it has not heard of. What an older
 * browser shows is no choice: it takes none back that was made elsewhere since. The screen waits for none of it.
 */
export function OwnLanguage(): null {
  const locale = useLocale();
  const { member } = useViewer();
  const shown = useRef(locale);
  const sending = useRef(false);
  useEffect(() => {
    if (shown.current !== locale) setUntold(member.id);
    shown.current = locale;
    const tell = async () => {
      if (sending.current) return;
      sending.current = true;
      // It may be switched again while an answer is on its way.
      while (untold() === member.id) {
        const next = getLocale();
        const { error } = await uncachedClient
          .mutation(ownLanguageSetMutation, { input: { locale: next } })
          .toPromise();
        if (error !== undefined) break;
        if (getLocale() === next) setUntold(null);
      }
      sending.current = false;
    };
    void tell();
  }, [locale, member.id]);
  return null;
}

/** In a browser that keeps nothing, or has no room. */
let untoldHere: string | null = null;

function untold(): string | null {
  try {
    return localStorage.getItem(UNTOLD_KEY) ?? untoldHere;
  } catch {
    return untoldHere;
  }
}

function setUntold(memberId: string | null): void {
  untoldHere = memberId;
  try {
    if (memberId === null) localStorage.removeItem(UNTOLD_KEY);
    else localStorage.setItem(UNTOLD_KEY, memberId);
  } catch {
    // Told in this visit, or not at all.
  }
}
