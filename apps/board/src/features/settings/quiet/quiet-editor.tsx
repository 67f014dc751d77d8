import { Checkbox, TextInput } from '@mantine/core';
import type { FormProps } from '../form-field-groups.tsx';
import rows from '../rows.module.css';
import { TimeZoneSelect } from '../time-zone-select.tsx';
import { useSettingsT } from '../use-settings-t.ts';
import classes from './quiet-editor.module.css';
import { middleOf, quietSpans } from './quiet-form.ts';

/** When it is quiet, and what that means: what waits, until when, and what does not. */
export function QuietEditor({ editor }: FormProps) {
  const s = useSettingsT();
  const { draft, issues } = editor;
  const text = (name: string) => String(draft.fields[name] ?? '');
  const [from, to] = [text('from').trim(), text('to').trim()];
  const quiet = draft.fields['quiet'] === true;
  const spans = quiet ? quietSpans(from, to) : [];
  return (
    <>
      <Checkbox
        label={s('settings.quiet.kept')}
        checked={quiet}
        onChange={(event) => editor.set('quiet', event.currentTarget.checked)}
      />
      {quiet && (
        <div className={rows.fields}>
          <TextInput
            label={s('settings.quiet.from')}
            value={text('from')}
            error={issues['from']}
            onChange={(event) => editor.set('from', event.currentTarget.value)}
          />
          <TextInput
            label={s('settings.quiet.to')}
            value={text('to')}
            error={issues['to']}
            onChange={(event) => editor.set('to', event.currentTarget.value)}
          />
          <TimeZoneSelect
            value={text('timeZone')}
            error={issues['timeZone']}
            onChange={(timeZone) => editor.set('timeZone', timeZone)}
          />
        </div>
      )}
      <div aria-hidden className={classes.day}>
        {spans.map((span) => (
          <span
            key={span.from}
            className={classes.quiet}
            style={{ insetInlineStart: `${span.from / 14.4}%`, width: `${(span.to - span.from) / 14.4}%` }}
          />
        ))}
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour} className={classes.hour} style={{ insetInlineStart: `${hour / 0.24}%` }}>
            {hour}:00
          </span>
        ))}
      </div>
      <ul className={classes.means}>
        {spans.length === 0 ? (
          <li>{s('settings.quiet.meansNever')}</li>
        ) : (
          <>
            <li>{s('settings.quiet.meansWait', { example: middleOf(from, to), to })}</li>
            <li>{s('settings.quiet.meansUrgent', { example: middleOf(from, to) })}</li>
            <li>{s('settings.quiet.meansKept')}</li>
          </>
        )}
        <li>{s('settings.quiet.meansOwn')}</li>
      </ul>
    </>
  );
}
