import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import classes from './rows.module.css';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  /** What the row is called, for who hears the buttons. */
  name: string;
  /** Its place, from 0, of so many. */
  at: number;
  of: number;
  /** Absent where the order means nothing. */
  onMove?: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** Moves a row up or down, or takes it away; nothing for who may only read. */
export function RowTools({ name, at, of, onMove, onRemove }: Props) {
  const s = useSettingsT();
  const mayKeep = useViewer().permissions.settings;
  const move = (by: 1 | -1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    onMove?.(by);
    // The row goes elsewhere in the document, and takes the focus along.
    requestAnimationFrame(() => button.focus());
  };
  if (!mayKeep) return null;
  return (
    <div className={classes.tools}>
      {onMove !== undefined && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={at === 0}
            aria-label={s('settings.row.up', { name })}
            onClick={move(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={at === of - 1}
            aria-label={s('settings.row.down', { name })}
            onClick={move(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={s('settings.row.remove', { name })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface AddProps {
  label: string;
  /** The list takes no more. */
  isFull?: boolean;
  onAdd: () => void;
}

/** Adds a row to the end of a list. */
export function AddRow({ label, isFull = false, onAdd }: AddProps) {
  return (
    <Button type="button" size="compact-sm" variant="default" disabled={isFull} onClick={onAdd}>
      {label}
    </Button>
  );
}
