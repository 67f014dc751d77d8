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
 * themselves.
 * @returns the element that the forms stand in, for the focus
 */
export function useStepCommands(title: MessageKey, steps: readonly StepCommand[]): RefObject<HTMLDivElement | null> {
  const t = useT();
  const opened = useRef<HTMLDivElement>(null);
  useCommands(() =>
    steps.map(({ words, run }) => ({
      id: words,
      label: `${t(title)} · ${t(words)}`,
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
