import { addMessages } from '../../i18n/catalogue.ts';
import { deskMessages } from '../../i18n/messages/desk.ts';
import { inboxMessages } from '../../i18n/messages/inbox.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { resolutionMessages } from '../../i18n/messages/resolution.ts';
import { useT } from '../../i18n/use-t.ts';

addMessages(inboxMessages);
addMessages(deskMessages);
addMessages(paletteMessages);
// What is to be approved is named as in the drawer.
addMessages(resolutionMessages);

/** The translator, with all that the desk says. */
export const useDeskT = useT;
