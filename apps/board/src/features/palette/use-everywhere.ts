import { useMantineColorScheme } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { validateBoardSearch } from '../../app/board-search.ts';
import type { BoardSearch } from '../../app/board-search.ts';
import { useDepartments } from '../../app/directory.ts';
import { quietPartOf } from '../../app/parts.ts';
import { useSignOut } from '../../app/use-sign-out.ts';
import { useViewer } from '../../app/viewer.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { chooseLocale } from '../../i18n/first-texts.ts';
import { laneMessages } from '../../i18n/messages/lanes.ts';
import { undoMessages } from '../../i18n/messages/undo.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { canTakeBack, tellDone, useTold } from '../undo/offers.ts';
import { askToTakeBack } from '../undo/undo-bar.tsx';
import { toldWords } from '../undo/undo-words.ts';
import { appCommands, undoCommands } from './app-commands.ts';
import { boardCommands } from './board-commands.ts';
import type { Command } from './commands.ts';
import type { settingsCommands } from './settings-commands.ts';
import { wayItems } from './palette-items.ts';

addMessages(laneMessages);
addMessages(undoMessages);

/** What can be done wherever one is: taking back, the ways, narrowing the board, and what concerns the app itself. */
export function useEverywhere(go: (href: string) => void, help: () => void): Command[] {
  const t = useT();
  const locale = useLocale();
  const viewer = useViewer();
  const told = useTold();
  const { signOut } = useSignOut();
  const { colorScheme: theme, setColorScheme: chooseTheme } = useMantineColorScheme();
  const leave = async (everywhere: boolean) => {
    if (!(await signOut(everywhere))) tellDone({ undo: null, words: (say) => say('common.signOutFailed') });
  };
  const app = {
    locale,
    chooseLocale: (next: typeof locale) => void chooseLocale(next),
    theme,
    chooseTheme,
    help,
    signOut: (everywhere: boolean) => void leave(everywhere),
  };
  return [
    ...undoCommands(canTakeBack(told) ? toldWords(told, t) : null, askToTakeBack, t),
    ...wayItems(viewer, go, t),
    ...useBoardCommands(),
    ...appCommands(app, t),
    ...useSettingsCommands(go),
  ];
}

function useBoardCommands(): Command[] {
  const t = useT();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const departments = useDepartments();
  const shown = validateBoardSearch(search);
  const isShown = pathname === '/' && shown.view === undefined;
  const narrow = (change: BoardSearch) =>
    void navigate({ to: '/', search: (before) => ({ ...validateBoardSearch(before), ...change }) });
  return boardCommands({ search: shown, departments, isShown, narrow }, t);
}

/** Their names are many, and come after the rest. */
function useSettingsCommands(go: (href: string) => void): readonly Command[] {
  const t = useT();
  const [part, setPart] = useState<{ settingsCommands: typeof settingsCommands } | null>(null);
  useEffect(() => {
    let isOver = false;
    const load = async () => {
      const loaded = await quietPartOf(() => import('./settings-commands.ts'));
      if (!isOver) setPart(loaded);
    };
    void load();
    return () => {
      isOver = true;
    };
  }, []);
  return part?.settingsCommands(go, t) ?? [];
}
