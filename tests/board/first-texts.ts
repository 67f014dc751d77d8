/** The texts of the first screens, as a browser has them before it draws anything. */
import { addMessages } from '@redress/board/i18n/catalogue';
import { FIRST_AREAS } from '@redress/board/i18n/first-areas';

for (const area of FIRST_AREAS) addMessages(area);
