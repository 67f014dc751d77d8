import { addMessages } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import { notificationMessages } from '../../i18n/messages/notifications.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/use-t.ts';

// Entries of the inbox are called here what they are called there.
addMessages(inboxMessages);
addMessages(notificationMessages);

/** The translator, once this screen's own texts are in the catalogue. */
export function useNotifyT(): Translate {
  return useT();
}

const known = (key: string): MessageKey | null =>
  Object.hasOwn(notificationMessages.en, key) || Object.hasOwn(inboxMessages.en, key) ? (key as MessageKey) : null;

/** The words of a kind of channel; one that came after this board was built is another channel. */
export function channelKindName(kind: string, t: Translate): string {
  return t(known(`notify.kind.${kind}`) ?? 'notify.kind.OTHER');
}

/** The words of a kind of notification. */
export function entryKindName(kind: string, t: Translate): string {
  return t(known(`inbox.kind.${kind}`) ?? 'inbox.kind.OTHER');
}

/** Why a message did not arrive, and what can be done. */
export function problemText(code: string | null, t: Translate): string {
  const key = known(`notify.why.${code ?? ''}`);
  return key === null ? t('notify.why.OTHER', { code: code ?? '?' }) : t(key);
}
