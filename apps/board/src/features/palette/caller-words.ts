import type { Translate } from '../../i18n/translate.ts';
import type { Lookup } from './use-lookup.ts';

/** What a look for a caller has come to, in one line. Names and numbers come masked. */
export function callerWords(lookup: Lookup, t: Translate): string {
  switch (lookup.state) {
    case 'idle':
      return '';
    case 'searching':
      return t('palette.caller.searching');
    case 'failed':
      return t('palette.caller.failed');
    case 'refused':
      return lookup.message;
    case 'found': {
      const { customers, totalCount } = lookup.found;
      const who = customers.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(t('palette.comma'));
      return customers.length === 0 && totalCount === 0
        ? t('palette.caller.nobody')
        : t('palette.caller.found', { who, n: totalCount });
    }
  }
}
