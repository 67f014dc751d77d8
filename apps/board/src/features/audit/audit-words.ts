/** How an entry of the trail is told. Codes that came after this code are shown as they are. Pure, for tests. */
import { fieldWords, isMoment, valueWord, viaWord } from '@redress/domain/rules/audit-words';
import { CHANNELS, COMPLAINT_KINDS, DEADLINE_KINDS, ROLES, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fullTime } from '../../ui/time.ts';
import type { AuditChange, AuditEntry } from './audit-documents.ts';

/** What words are told in. */
export interface Words {
  t: Translate;
  locale: Locale;
}

/** Who did it; the product itself by the way it came. */
export function actorName({ actor, via }: AuditEntry, { t, locale }: Words): string {
  if (actor === null) return `${t('unit.system')} · ${viaWord(via, locale)}`;
  return actor.__typename === 'CustomerActor' ? actor.label : actor.name;
}

/** What the field is of and called. */
export function fieldName({ subject, subjectName, field }: AuditChange, locale: Locale): string {
  return fieldWords(subject, subjectName, field, locale);
}

/** A value as people read it: enums in words, moments in the reader's own time. */
export function valueText({ field }: AuditChange, value: string | null, { t, locale }: Words): string {
  if (value === null) return t('audit.nothing');
  if (isMoment(value)) return fullTime(value, locale);
  const stage = STAGES.find((one) => one === value);
  if (field === 'stage' && stage !== undefined) return t(`stage.${stage}`);
  const severity = SEVERITIES.find((one) => one === value);
  if (field === 'severity' && severity !== undefined) return t(`severity.${severity}`);
  const channel = CHANNELS.find((one) => one === value);
  if (field === 'channel' && channel !== undefined) return t(`channel.${channel}`);
  const role = ROLES.find((one) => one === value);
  if (field === 'role' && role !== undefined) return t(`role.${role}`);
  const deadline = DEADLINE_KINDS.find((one) => one === value);
  if (field === 'kind' && deadline !== undefined) return t(`deadline.${deadline}`);
  const kind = COMPLAINT_KINDS.find((one) => one === value);
  if (field === 'kind' && kind !== undefined) return t(`kind.${kind}`);
  return valueWord(value, locale);
}

/** The value as it stands in a line: of an id that nobody has a name for, enough to know it again by. */
export function shortValue(change: AuditChange, value: string | null, words: Words): string {
  return value !== null && ID.test(value) ? `#${value.slice(-6)}` : valueText(change, value, words);
}

/** What matters of an entry's changes in a line, the rest being behind it; fields that merely go with it come last. */
export function headline(changes: readonly AuditChange[]): AuditChange[] {
  return byWeight(changes).slice(0, 2);
}

/** The changes, those first that say the most. */
export function byWeight(changes: readonly AuditChange[]): AuditChange[] {
  const weight = ({ subject, field, to }: AuditChange) =>
    (subject === 'complaint' ? 0 : 10) +
    (MERELY.includes(field) || ID.test(to ?? '') ? 100 : 0) +
    (TELLING.includes(field) ? -5 : 0);
  return [...changes].sort((x, y) => weight(x) - weight(y));
}

/** An id that nobody has a name for says little. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TELLING: readonly string[] = ['stage', 'departmentId', 'severity', 'assigneeId', 'dueAt', 'role', 'state'];
const MERELY: readonly string[] = ['version', 'position', 'stageSince', 'id', 'createdAt', 'kind', 'key', 'generation'];
