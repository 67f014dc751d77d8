/**
 * What can be done by name. A part that is on screen offers what can be done with it here and now; the palette asks all of
 * them when it is opened, and lists what they say beside what can be done from everywhere (docs/SPEC.md, CP1, CP5).
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { catalogue } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { LOCALES } from '../../i18n/locale.ts';
import type { MessageValues } from '../../i18n/message-format.ts';
import { translator } from '../../i18n/translate.ts';

export interface Command {
  id: string;
  label: string;
  /** Words under which it is found besides its label. */
  also: string;
  /** The key that does the same; null without one. */
  key: string | null;
  run: () => void;
  /** Its answer stands in the palette itself. */
  staysOpen?: boolean;
  /** One of very many of its kind: it is listed only for who looks for it. */
  isDeep?: boolean;
}

/** @param from what had the focus when the palette was opened; null when nothing did */
export type CommandSource = (from: Element | null) => readonly Command[];

const sources = new Set<{ current: CommandSource }>();

/** Offers commands for as long as the part is on screen; what lies above is asked first. */
export function useCommands(source: CommandSource): void {
  const latest = useRef(source);
  useLayoutEffect(() => {
    latest.current = source;
  });
  useEffect(() => {
    sources.add(latest);
    return () => void sources.delete(latest);
  }, []);
}

/** What the parts on screen offer now. One thing may stand in two of them: it is offered once, as the upper one does it. */
export function commandsHere(from: Element | null): Command[] {
  const byId = new Map<string, Command>();
  for (const command of [...sources].toReversed().flatMap((source) => source.current(from)))
    if (!byId.has(command.id)) byId.set(command.id, command);
  return [...byId.values()];
}

/** What a text is in either language, as far as it is loaded: one finds a thing also by the name that it has in the other. */
export function inBothLanguages(key: MessageKey, values: MessageValues = {}): string {
  return LOCALES.filter((locale) => (catalogue[locale] as Partial<Record<MessageKey, string>>)[key] !== undefined)
    .map((locale) => translator(locale)(key, values))
    .join(' ');
}
