import { useCallback, useState } from 'react';
import { readKept, removeDraft, writeDraft } from './drafts.ts';
import type { DraftFields } from './drafts.ts';
import { useViewer } from './viewer.tsx';

export interface Draft<Fields extends DraftFields> {
  fields: Fields;
  /** What of it somebody typed or chose; the rest is what was there when the form opened, or when the draft was begun. */
  edits: Partial<Fields>;
  /** Whether the form opened with a text kept from before. */
  restored: boolean;
  set: <Key extends keyof Fields>(key: Key, value: Fields[Key]) => void;
  /** Forgets the draft and empties the form. */
  clear: () => void;
  /** Forgets the draft and leaves the form as it is, until whoever shows it shows what was taken. */
  taken: () => void;
}

interface Typed<Fields> {
  fields: Fields;
  edited: readonly (keyof Fields)[];
}

/**
 * The fields of a form, kept as a draft under a name (`C-2026-000123.contact`) of the signed-in member.
 * @param chosen what was chosen on the way to the form, which a draft from before does not take back
 */
export function useDraft<Fields extends DraftFields>(
  name: string,
  initial: Fields,
  chosen: Partial<Fields> = {},
): Draft<Fields> {
  const owner = useViewer().member.id;
  const [start] = useState({ ...initial, ...chosen });
  const [named] = useState(() => Object.keys(chosen));
  const [kept] = useState(() => readKept(owner, name, start));
  const [{ fields, edited }, setTyped] = useState<Typed<Fields>>({
    fields: kept === null ? start : { ...kept.fields, ...chosen },
    edited: [...new Set([...(kept?.edited ?? []), ...named])],
  });
  const [restored, setRestored] = useState(kept !== null);

  const set = useCallback(
    <Key extends keyof Fields>(key: Key, value: Fields[Key]) => {
      setTyped((before) => {
        const after = { fields: { ...before.fields, [key]: value }, edited: [...new Set([...before.edited, key])] };
        writeDraft(owner, name, after.fields, after.edited);
        return after;
      });
    },
    [owner, name],
  );
  const clear = useCallback(() => {
    removeDraft(owner, name);
    setTyped({ fields: start, edited: named });
    setRestored(false);
  }, [owner, name, start, named]);
  const taken = useCallback(() => {
    removeDraft(owner, name);
    setRestored(false);
  }, [owner, name]);
  const edits = Object.fromEntries(edited.map((key) => [key, fields[key]])) as Partial<Fields>;
  return { fields, edits, restored, set, clear, taken };
}
