import { Button, Popover, Select } from '@mantine/core';
import { useState } from 'react';
import { ActionProblem } from './action-problem.tsx';
import { ColleagueSelect } from './colleague-select.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { joinMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';

/** Who leads takes down who sits in the room without a device, and in whose place. */
export function PresentForm({ meeting }: { meeting: MeetingView }) {
  const t = useMeetingT();
  const join = useMeetingAction(joinMutation);
  const [opened, setOpened] = useState(false);
  const [memberId, setMember] = useState<string | null>(null);
  const [standsInForId, setStandsIn] = useState<string | null>(null);
  const { id, members, attendance } = meeting;
  const here = new Set(
    attendance.filter(({ leftAt, wasAsked }) => leftAt === null && wasAsked).map(({ member }) => member?.id),
  );
  const submit = async () => {
    if ((await join.run({ input: { id, memberId, standsInForId } })) === null) return;
    setMember(null);
    setStandsIn(null);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" shadow="md" trapFocus returnFocus width={280}>
      <Popover.Target>
        <Button size="xs" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('meeting.present')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover} aria-label={t('meeting.present')}>
        <ColleagueSelect
          label={t('meeting.presentWho')}
          value={memberId}
          first={members}
          except={here}
          onChange={setMember}
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label={t('meeting.joinFor')}
          data={members.filter((one) => one.id !== memberId).map((one) => ({ value: one.id, label: one.name }))}
          value={standsInForId}
          onChange={setStandsIn}
          clearable
          comboboxProps={{ withinPortal: false }}
        />
        <ActionProblem action={join} />
        <div>
          <Button size="xs" loading={join.busy} disabled={memberId === null} onClick={() => void submit()}>
            {t('meeting.presentSubmit')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
