import { useRef } from 'react';
import type { RefObject } from 'react';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useT } from '../../i18n/use-t.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { focusInto } from './use-asked-action.ts';

export interface StepCommand {
  /** What its button says. */
  words: MessageKey;
  run: () => void;
}

/**
 * Offers by name what the buttons of a part do, for as long as it shows: such parts ask the server for their rights
 * themselves, or are one of several of their kind.
 * @param one which of them this is: its id, and what people know it by
 * @returns the element that the forms stand in, for the focus
 */
export function useStepCommands<Place extends HTMLElement = HTMLDivElement>(
  title: MessageKey,
  steps: readonly StepCommand[],
  one?: { id: string; what: string },
): RefObject<Place | null> {
  const t = useT();
  const opened = useRef<Place>(null);
  useCommands(() =>
    steps.map(({ words, run }) => ({
      id: one === undefined ? words : `${words} ${one.id}`,
      label: [t(title), t(words), one?.what].filter(Boolean).join(' · '),
      also: `${inBothLanguages(title)} ${inBothLanguages(words)}`,
      key: null,
      run() {
        run();
        // Once its form is there, and after the palette has given the focus back.
        setTimeout(() => {
          if (opened.current !== null) focusInto(opened.current);
        });
      },
      isDeep: true,
    })),
  );
  return opened;
}
