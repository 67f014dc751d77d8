/** What a form says when what was typed in it has not arrived. */
import type { Trouble } from './ask.ts';
import { say } from './say.ts';

export function unsentText(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
    case 'settled':
      return trouble.message;
    case 'limited':
      return say('track.write.limited', { minutes: trouble.minutes });
    default:
      return say(`track.write.${trouble.kind}`);
  }
}
