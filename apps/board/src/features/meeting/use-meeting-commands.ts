/** What a part of a meeting's screen offers by name, besides its buttons. */
import { addMessages } from '../../i18n/catalogue.ts';
import { meetingMessages } from '../../i18n/messages/meeting.ts';
import { useT } from '../../i18n/use-t.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';

addMessages(meetingMessages);

type Name = keyof (typeof meetingMessages)['en'];

/** @param acts by what their buttons say; false for what can't be done now */
export function useMeetingCommands(acts: Partial<Record<Name, (() => void) | false>>): void {
  const t = useT();
  useCommands(() =>
    (Object.entries(acts) as [Name, (() => void) | false][]).flatMap(([name, run]) =>
      run === false ? [] : { id: name, label: t(name), also: `meeting 会议 ${inBothLanguages(name)}`, key: null, run },
    ),
  );
}
