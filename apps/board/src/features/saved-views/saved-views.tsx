import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { BoardSearch } from '../../app/board-search.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { savedViewMessages } from '../../i18n/messages/saved-views.ts';
import { useT } from '../../i18n/use-t.ts';
import { DropDown } from '../../ui/drop-down.tsx';
import chips from '../board/filter-bar.module.css';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { SaveForm } from './save-form.tsx';
import classes from './saved-views.module.css';
import { addressOf, searchOf, useSavedViews } from './use-saved-views.ts';
import type { SavedViews as Saved } from './use-saved-views.ts';
import { ViewLine } from './view-line.tsx';

addMessages(paletteMessages);
addMessages(savedViewMessages);

/** The saved views: which one is shown, the way to the others, and keeping what is shown as another. */
export function SavedViews({ search }: { search: BoardSearch }) {
  const t = useT();
  const saved = useSavedViews();
  useBeginning(saved);
  const navigate = useNavigate();
  useCommands(() =>
    saved.views.map((view) => ({
      id: `view.${view.id}`,
      label: t('palette.view', { name: view.name }),
      also: `saved view ${inBothLanguages('saved.title')}`,
      key: null,
      run: () => void navigate({ to: '/', search: searchOf(view) }),
      isDeep: true,
    })),
  );
  const here = addressOf(search);
  const shown = saved.views.find((view) => addressOf(searchOf(view)) === here);
  return (
    <DropDown
      label={t('saved.title')}
      className={chips.chip}
      panelClassName={classes.panel}
      isMarked={shown !== undefined}
      button={
        <>
          <span className={chips.chipWords}>{shown?.name ?? t('saved.title')}</span>
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </>
      }
    >
      {saved.state === 'failed' && <p className={classes.hint}>{t('saved.failed')}</p>}
      {saved.state === 'ready' && saved.views.length === 0 && <p className={classes.hint}>{t('saved.none')}</p>}
      {saved.views.length > 0 && (
        <ul className={classes.list}>
          {saved.views.map((view) => (
            <ViewLine key={view.id} view={view} saved={saved} isShown={view === shown} />
          ))}
        </ul>
      )}
      {here !== '' && shown === undefined && <SaveForm search={here} onSaved={saved.reload} />}
      {here === '' && <p className={classes.hint}>{t('saved.how')}</p>}
    </DropDown>
  );
}

let hasBegun = false;

/** Once after the app was loaded at its bare address, leads to the view that the member begins with. */
function useBeginning({ state, views, defaultId }: Saved): void {
  const router = useRouter();
  const navigate = useNavigate();
  useEffect(() => {
    if (state !== 'ready' || hasBegun) return;
    hasBegun = true;
    const view = views.find(({ id }) => id === defaultId);
    if (view === undefined || router.latestLocation.href !== '/') return;
    void navigate({ to: '/', search: searchOf(view), replace: true });
  }, [state, views, defaultId, router, navigate]);
}
