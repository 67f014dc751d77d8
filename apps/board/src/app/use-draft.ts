import { useCallback, useState } from 'react';
import { readDraft, removeDraft, writeDraft } from './drafts.ts';
import type { DraftFields } from './drafts.ts';
import { useViewer } from './viewer.tsx';

export interface Draft<Fields extends DraftFields> {
  fields: Fields;
  /** Whether the form opened with a text kept from before. */
  restored: boolean;
  set: <Key extends keyof Fields>(key: Key, value: Fields[Key]) => void;
  /** Forgets the draft and empties the form. */
  clear: () => void;
  /** Forgets the draft and leaves the form as it is, until whoever shows it shows what was taken. */
  taken: () => void;
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
  const [kept] = useState(() => readDraft(owner, name, start));
  const [fields, setFields] = useState<Fields>(kept === null ? start : { ...kept, ...chosen });
  const [restored, setRestored] = useState(kept !== null);

  const set = useCallback(
    <Key extends keyof Fields>(key: Key, value: Fields[Key]) => {
      setFields((before) => {
        const after = { ...before, [key]: value };
        writeDraft(owner, name, after);
        return after;
      });
    },
    [owner, name],
  );
  const clear = useCallback(() => {
    removeDraft(owner, name);
    setFields(start);
    setRestored(false);
  }, [owner, name, start]);
  const taken = useCallback(() => {
    removeDraft(owner, name);
    setRestored(false);
  }, [owner, name]);
  return { fields, restored, set, clear, taken };
}
