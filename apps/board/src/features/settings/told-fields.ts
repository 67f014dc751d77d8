/** The fields of a policy as its history tells them: lists in words, a line for each entry. Pure, for tests. */
import type { Translate } from '../../i18n/translate.ts';
import { ladderTold } from './ladder/ladder-words.ts';
import { fieldsOf } from './policy-form.ts';
import type { Fields, PolicyValue } from './policy-form.ts';
import { quietTold } from './quiet/quiet-form.ts';
import { rosterTold } from './roster/roster-words.ts';
import { templateTold } from './templates/template-form.ts';

/** `english`: in which of their names departments and categories are told. */
export function toldFields(value: PolicyValue, english: boolean, t: Translate): Fields {
  switch (value.__typename) {
    case 'LadderPolicy':
      return ladderTold(value, english, t);
    case 'QuietHoursPolicy':
      return quietTold(value, t);
    case 'RosterPolicy':
      return rosterTold(value, t);
    case 'DutyTemplatePolicy':
      return templateTold(value, english, t);
    default:
      return fieldsOf(value, t);
  }
}
