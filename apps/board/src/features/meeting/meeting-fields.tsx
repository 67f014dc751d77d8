import { TextInput, Textarea } from '@mantine/core';
import { ColleaguesSelect, namesList } from '../fields/colleagues-select.tsx';
import { useMeetingT } from './meeting-texts.ts';
import { useColleagues } from './use-colleagues.ts';
import type { Colleague } from './use-colleagues.ts';

type Fields = Record<'name' | 'purpose' | 'memberIds', string>;

/** What a meeting for once and a series have in common: a name, what for, who should be there. */
export function MeetingFields({
  fields,
  set,
  members,
  issues,
}: {
  fields: Fields;
  set: (field: keyof Fields, value: string) => void;
  /** Who belongs to it so far. */
  members: readonly Colleague[];
  issues: Readonly<Record<string, string>>;
}) {
  const t = useMeetingT();
  const { people, isFound, typed, onType } = useColleagues(namesList(fields.memberIds), members);
  return (
    <>
      <TextInput
        label={t('meeting.name')}
        required
        value={fields.name}
        onChange={(event) => set('name', event.currentTarget.value)}
        error={issues['name']}
      />
      <Textarea
        label={t('meeting.purpose')}
        autosize
        minRows={1}
        maxRows={5}
        value={fields.purpose}
        onChange={(event) => set('purpose', event.currentTarget.value)}
        error={issues['purpose']}
      />
      <ColleaguesSelect
        label={t('meeting.members')}
        colleagues={people}
        search={{ typed, onType, isFound }}
        value={fields.memberIds}
        onChange={(ids) => set('memberIds', ids)}
        error={issues['memberIds']}
      />
    </>
  );
}
