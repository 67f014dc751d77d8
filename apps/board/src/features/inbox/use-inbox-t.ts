import { areaTranslator } from '../../i18n/area-translator.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';

/** The translator of the inbox's own texts. */
export const useInboxT = areaTranslator(inboxMessages);
