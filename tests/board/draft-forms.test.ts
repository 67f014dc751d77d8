/** Every part of the board that takes text is written so that nothing typed is lost, or says why it keeps nothing. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = new URL('../../apps/board/src', import.meta.url).pathname;

/** Fields of a form that stands in another file, which keeps them. */
const FIELDS_OF_A_FORM = [
  'complaint/forms/amount-fields.tsx',
  'complaint/forms/group-line-fields.tsx',
  'complaint/forms/mention-textarea.tsx',
  'fields/moment-input.tsx',
  'fields/regulator-fields.tsx',
  'meeting/decision-shell.tsx',
  'meeting/meeting-fields.tsx',
  'register/customer-fields.tsx',
  'register/demand-field.tsx',
  'register/register-form.tsx',
  'register/settle-fields.tsx',
  'settings/calendar-form.tsx',
  'settings/duration-field.tsx',
  'settings/own-days-field.tsx',
  'settings/policy-editor.tsx',
  'settings/policy-field.tsx',
  'settings/quiet/quiet-editor.tsx',
  'settings/roster/turn-row.tsx',
  'settings/spans-field.tsx',
  'settings/templates/line-row.tsx',
];
/** What is looked for or tried out: it is not typed to be kept. */
const LOOKED_FOR = [
  'audit/audit-filter-bar.tsx',
  'complaint/forms/merge-other-form.tsx',
  'settings/calendar-try.tsx',
  'settings/deadline-try-section.tsx',
  'settings/personal/person-search.tsx',
];
/** What opens a door, and what stands beside it. */
const SECRETS = ['notifications/channel-form.tsx', 'notifications/quiet-fields.tsx', 'sign-in/sign-in-page.tsx'];
/** What is pasted from a file. */
const PASTED = ['settings/calendar-import.tsx'];

test('[DR1] whatever takes text keeps a draft, or is known to keep none', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const withoutDraft = files.filter((file) => {
    const source = readFileSync(join(SOURCES, file), 'utf8');
    return /<(TextInput|Textarea)\b/.test(source) && !source.includes('useDraft');
  });
  const known = [...FIELDS_OF_A_FORM, ...LOOKED_FOR, ...SECRETS, ...PASTED].map((file) => `features/${file}`);
  expect(withoutDraft.toSorted()).toEqual(known.toSorted());
});
