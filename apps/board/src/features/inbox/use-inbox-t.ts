import { addMessages } from '../../i18n/catalogue.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import { useT } from '../../i18n/use-t.ts';

addMessages(inboxMessages);

/** The translator, with the inbox's own texts: they come with whatever part of it is shown first. */
export const useInboxT = useT;
