import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { SubmitEvent } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { tellDone } from '../undo/offers.ts';
import { ActionProblem } from './action-problem.tsx';
import { AgendaLine } from './agenda-line.tsx';
import { itemName, namedOrTitled } from './item-name.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';
import { agendaRenewMutation, itemAddMutation, itemDropMutation, itemMoveMutation } from './meeting-mutations.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import { useMeetingCommands } from './use-meeting-commands.ts';

/** The agenda: each item with why it is there. Who leads chooses for everybody, and puts it in order. */
export function Agenda({
  meeting,
  shownId,
  onChoose,
}: {
  meeting: MeetingView;
  shownId: string | null;
  onChoose: (itemId: string | null) => void;
}) {
  const t = useMeetingT();
  const move = useMeetingAction(itemMoveMutation);
  const drop = useMeetingAction(itemDropMutation);
  const { id, items, focus, viewerCan } = meeting;
  const moveTo = (index: number, by: number) => {
    const rest = items.filter((_, i) => i !== index);
    void move.run({ input: { id, itemId: items[index]!.id, afterId: rest[index + by - 1]?.id ?? null } });
  };
  const dropItem = async (item: MeetingItemView) => {
    const { id: itemId, complaint } = item;
    if ((await drop.run({ input: { id, itemId } })) === null) return;
    tellDone({ undo: { kind: 'restoreItem', meetingId: id, itemId, name: complaint?.number ?? itemName(item, t) } });
  };
  return (
    <nav className={classes.agenda} aria-label={t('meeting.agenda')}>
      <div className={classes.agendaHead}>
        <h2 className={classes.heading}>{t('meeting.agenda')}</h2>
        <button
          type="button"
          className={classes.overviewWay}
          aria-current={shownId === null ? 'true' : undefined}
          onClick={() => onChoose(null)}
        >
          {t('meeting.overview')}
        </button>
      </div>
      {items.length === 0 && <p className={classes.empty}>{t('meeting.empty')}</p>}
      <ol className={classes.items}>
        {items.map((item, index) => (
          <AgendaLine
            key={item.id}
            item={item}
            n={index + 1}
            isShown={item.id === shownId}
            isFocus={item.id === focus?.id}
            onChoose={() => onChoose(item.id)}
            {...(viewerCan.lead && {
              onUp: index === 0 ? null : () => moveTo(index, -1),
              onDown: index === items.length - 1 ? null : () => moveTo(index, 1),
              onDrop: () => void dropItem(item),
            })}
          />
        ))}
      </ol>
      <ActionProblem action={move.refusal === null && move.failure === null ? drop : move} />
      {viewerCan.lead && <AgendaAdd meetingId={id} />}
    </nav>
  );
}

function AgendaAdd({ meetingId: id }: { meetingId: string }) {
  const t = useMeetingT();
  const add = useMeetingAction(itemAddMutation, { adds: true });
  const renew = useMeetingAction(agendaRenewMutation);
  const takeIn = () => void renew.run({ input: { id } });
  const field = useRef<HTMLInputElement>(null);
  useMeetingCommands({ 'meeting.add': () => field.current?.focus(), 'meeting.renew': takeIn });
  const { fields, set, clear } = useDraft(`meeting.${id}.item`, { text: '' });
  const words = fields.text.trim();
  const submit = async () => {
    if ((await add.run({ input: { id, ...namedOrTitled(words) } })) !== null) clear();
  };
  return (
    <form
      className={classes.addForm}
      aria-label={t('meeting.add')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (words !== '') void submit();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        label={t('meeting.addLabel')}
        placeholder="C-2026-000123"
        value={fields.text}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" size="xs" variant="default" loading={add.busy} disabled={words === ''}>
          {t('meeting.add')}
        </Button>
        <Button size="xs" variant="subtle" loading={renew.busy} onClick={takeIn}>
          {t('meeting.renew')}
        </Button>
      </div>
      <ActionProblem action={add} />
      <ActionProblem action={renew} />
    </form>
  );
}
