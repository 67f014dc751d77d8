import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../../i18n/catalogue.ts';
import { useT } from '../../../i18n/use-t.ts';
import { MomentInput } from '../../fields/moment-input.tsx';
import { issueAt } from '../form-list.ts';
import type { Person } from '../people-documents.ts';
import { PeopleSelect } from '../people-select.tsx';
import { RowTools } from '../row-tools.tsx';
import rows from '../rows.module.css';
import { useSettingsT } from '../use-settings-t.ts';
import type { ExceptionRow, ShiftRow } from './roster-form.ts';

interface Props<Turn> {
  turn: Turn;
  at: number;
  of: number;
  issues: Partial<Record<string, string>>;
  onChange: (change: Partial<Turn>) => void;
  onRemove: () => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A turn that comes every week. */
export function ShiftTurn({ turn, at, of, issues, onChange, onRemove }: Props<ShiftRow>) {
  const t = useT();
  const s = useSettingsT();
  const place = `shifts.${at}`;
  const day = t(`settings.weekday.${turn.weekday}` as MessageKey);
  const overnight = turn.from >= turn.to && turn.to !== '' && turn.to !== '24:00';
  return (
    <TurnRow
      layout={rows.turn ?? ''}
      name={`${day} ${turn.from}`}
      at={at}
      of={of}
      people={turn.members}
      error={issueAt(issues, `${place}.members`)}
      onPeople={(members) => onChange({ members })}
      onRemove={onRemove}
    >
      <Select
        label={s('settings.roster.weekday')}
        data={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: t(`settings.weekday.${weekday}`) }))}
        value={String(turn.weekday)}
        error={issues[`${place}.weekday`]}
        allowDeselect={false}
        onChange={(weekday) => onChange({ weekday: Number(weekday) })}
      />
      <TextInput
        label={s('settings.roster.from')}
        value={turn.from}
        error={issues[`${place}.from`]}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        label={overnight ? s('settings.roster.toNext') : s('settings.roster.to')}
        value={turn.to}
        error={issues[`${place}.to`]}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </TurnRow>
  );
}

/** A time that is arranged by date. */
export function ExceptionTurn({ turn, at, of, issues, onChange, onRemove }: Props<ExceptionRow>) {
  const s = useSettingsT();
  const place = `exceptions.${at}`;
  return (
    <TurnRow
      layout={rows.dated ?? ''}
      name={turn.from.replace('T', ' ')}
      at={at}
      of={of}
      people={turn.members}
      error={issueAt(issues, `${place}.members`)}
      nobody={s('settings.roster.nobodyThen')}
      onPeople={(members) => onChange({ members })}
      onRemove={onRemove}
    >
      <MomentInput
        label={s('settings.roster.fromMoment')}
        value={turn.from}
        error={issues[`${place}.from`]}
        onChange={(from) => onChange({ from })}
      />
      <MomentInput
        label={s('settings.roster.toMoment')}
        value={turn.to}
        error={issues[`${place}.to`]}
        onChange={(to) => onChange({ to })}
      />
    </TurnRow>
  );
}

interface RowProps {
  /** How its fields stand beside each other. */
  layout: string;
  name: string;
  at: number;
  of: number;
  people: Person[];
  error: string | undefined;
  /** What it means that nobody is named; absent where somebody must be. */
  nobody?: string;
  children: ReactNode;
  onPeople: (people: Person[]) => void;
  onRemove: () => void;
}

function TurnRow({ layout, name, at, of, people, error, nobody, children, onPeople, onRemove }: RowProps) {
  const s = useSettingsT();
  const idle = people.filter(({ isActive, roles }) => !isActive || !roles.includes('COORDINATOR'));
  return (
    <li className={rows.row}>
      <div className={layout}>
        {children}
        <div className={rows.part}>
          <PeopleSelect
            label={s('settings.roster.who')}
            people={people}
            holding="COORDINATOR"
            error={error}
            onChange={(chosen) => onPeople(chosen.people)}
          />
          {idle.length > 0 && (
            <p className={rows.note}>
              {s('settings.roster.idle', { names: idle.map((person) => person.name).join(s('settings.ladder.and')) })}
            </p>
          )}
          {people.length === 0 && nobody !== undefined && <p className={rows.told}>{nobody}</p>}
        </div>
      </div>
      <RowTools name={name} at={at} of={of} onRemove={onRemove} />
    </li>
  );
}
