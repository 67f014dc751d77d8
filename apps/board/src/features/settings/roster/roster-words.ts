/** A roster in words, a line for each turn, as the history tells it. */
import type { MessageKey } from '../../../i18n/catalogue.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { localOf } from '../../fields/moment.ts';
import type { Fields } from '../policy-form.ts';
import type { RosterValue } from './roster-form.ts';

export function rosterTold({ timeZone, shifts, exceptions }: RosterValue, t: Translate): Fields {
  const names = (members: readonly { name: string }[]) =>
    members.length === 0 ? t('settings.roster.nobody') : members.map(({ name }) => name).join(t('settings.ladder.and'));
  const day = (weekday: number) => t(`settings.weekday.${weekday}` as MessageKey);
  const date = (at: string) => localOf(at).replace('T', ' ');
  return {
    timeZone,
    shifts: shifts
      .map(({ weekday, from, to, members }) => `${day(weekday)} ${from}–${to} ${names(members)}`)
      .join('\n'),
    exceptions: exceptions.map(({ from, to, members }) => `${date(from)} – ${date(to)} ${names(members)}`).join('\n'),
  };
}
