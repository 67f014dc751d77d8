import { useNavigate, useSearch } from '@tanstack/react-router';
import { useViewer } from '../../app/viewer.tsx';
import { MessagePage } from '../../ui/message-page.tsx';
import { PolicySection } from './policy-section.tsx';
import type { PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';

const SECTIONS = ['DEADLINE', 'LIMITS', 'CRITERIA', 'STAGE_NAME', 'CALENDAR', 'DESKS'] as const satisfies PolicyKind[];
type Section = (typeof SECTIONS)[number];

/** The settings, for those who keep them. The section and the policy that is open are in the address. */
export function SettingsPage() {
  const s = useSettingsT();
  const { permissions } = useViewer();
  if (!permissions.settings) {
    return <MessagePage title={s('settings.forbidden.title')} text={s('settings.forbidden.text')} />;
  }
  return <Settings />;
}

function Settings() {
  const s = useSettingsT();
  const navigate = useNavigate();
  const search: { section?: unknown; key?: unknown } = useSearch({ strict: false });
  const section: Section = SECTIONS.find((name) => name === search.section) ?? 'DEADLINE';
  const open = (to: { section: Section; key?: string }) => void navigate({ to: '/settings', search: to as object });
  return (
    <div className={classes.page}>
      <div>
        <h1 className={classes.title}>{s('settings.title')}</h1>
        <p className={classes.about}>{s('settings.about')}</p>
      </div>
      <nav aria-label={s('settings.title')} className={classes.sections}>
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
      <PolicySection
        key={section}
        kind={section}
        selected={typeof search.key === 'string' ? search.key : null}
        onSelect={(key) => open({ section, key })}
      />
    </div>
  );
}
