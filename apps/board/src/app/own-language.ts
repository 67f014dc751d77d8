/** The language that is chosen on the screen is the one in which the member is written to (docs/SPEC.md, NX25). */
import { useEffect, useRef } from 'react';
import { graphql } from '../graphql.ts';
import { getLocale, storedLocale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-t.ts';
import { uncachedClient } from './graphql-client.ts';
import { useViewer } from './viewer.tsx';

const ownLanguageSetMutation = graphql(`
  mutation SetOwnLanguage($input: OwnLanguageSetInput!) {
    ownLanguageSet(input: $input) { __typename }
  }
`);

/**
 * Tells the server of the language whenever it is switched, and once at the start when what was chosen in this browser
 * hasn't arrived. The screen waits for none of it: what failed is tried again at the next switch or start.
 */
export function OwnLanguage(): null {
  const locale = useLocale();
  const viewer = useViewer();
  // Where nobody has chosen yet, there is nothing to tell.
  const known = useRef<string>(storedLocale() === null ? locale : viewer.locale);
  const sending = useRef(false);
  useEffect(() => {
    const tell = async () => {
      if (sending.current) return;
      sending.current = true;
      // It may be switched again while an answer is on its way.
      while (known.current !== getLocale()) {
        const next = getLocale();
        const { error } = await uncachedClient
          .mutation(ownLanguageSetMutation, { input: { locale: next } })
          .toPromise();
        if (error !== undefined) break;
        known.current = next;
      }
      sending.current = false;
    };
    void tell();
  }, [locale]);
  return null;
}
