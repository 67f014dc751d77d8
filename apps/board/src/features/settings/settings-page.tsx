import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { createElement } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PolicySection } from './policy-section.tsx';
import { SECTIONS } from './section-names.ts';
import type { Section } from './section-names.ts';
import { screenOf } from './sections.ts';
import type { PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';

/** The settings, to be changed by administrators and read by everybody. The address says which section and entry. */
export function SettingsPage() {
  const s = useSettingsT();
  const { permissions } = useViewer();
  const navigate = useNavigate();
  const search: { section?: unknown; key?: unknown } = useSearch({ strict: false });
  const section: Section = SECTIONS.find((name) => name === search.section) ?? 'DEADLINE';
  const open = (to: { section: Section; key?: string }) => void navigate({ to: '/settings', search: to as object });
  const entry = {
    selected: typeof search.key === 'string' ? search.key : null,
    onSelect: (key: string) => open({ section, key }),
  };
  const screen = screenOf(section);
  return (
    <div className={classes.page}>
      <div>
        <h1 className={classes.title}>{s('settings.title')}</h1>
        <p className={classes.about}>{s('settings.about')}</p>
      </div>
      {!permissions.settings && section !== 'PERSONAL_DATA' && <Notice kind="info">{s('settings.readOnly')}</Notice>}
      <nav aria-label={s('settings.title')} className={classes.sections}>
        <Link to="/settings/notifications" className={classes.section}>
          {s('settings.notifications')}
        </Link>
        {/* So many buttons would fill a phone before anything is said: there they are one field. */}
        <NativeSelect
          className={classes.picker}
          aria-label={s('settings.section')}
          value={section}
          data={SECTIONS.map((name) => ({ value: name, label: s(`settings.section.${name}`) }))}
          onChange={({ currentTarget }) => open({ section: currentTarget.value as Section })}
        />
        {SECTIONS.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.section}
            aria-current={name === section ? 'page' : undefined}
            onClick={() => open({ section: name })}
          >
            {s(`settings.section.${name}`)}
          </button>
        ))}
      </nav>
      {screen === null ? (
        <PolicySection key={section} kind={section as PolicyKind} {...entry} />
      ) : (
        createElement(screen, { key: section, ...entry })
      )}
    </div>
  );
}
