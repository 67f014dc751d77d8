import { CUSTOMER_MESSAGE_POINTS, STAGES } from '@redress/domain/rules/vocabulary';
import { CLOCKS } from './clocks.ts';
import { EntryList } from './entry-list.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import type { SectionProps } from './section-props.ts';
import { SectionWait } from './section-wait.tsx';
import type { PolicyEntry, PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { usePolicies } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';
import { useWords } from './use-words.ts';

interface Props extends SectionProps {
  kind: PolicyKind;
}

/** The policies of one kind, and the one that is open. */
export function PolicySection({ kind, selected, onSelect }: Props) {
  const s = useSettingsT();
  const words = useWords();
  const { policies: listed, failed, again } = usePolicies(kind);
  if (listed === null) return <SectionWait failed={failed} again={again} />;
  const policies = inOrder(kind, listed);
  const open = policies.find(({ key }) => key === selected) ?? policies[0];
  const entries = policies.map((policy) => ({
    key: policy.key,
    title: words.title(policy),
    mark: policy.origin === 'ADMIN' ? s('settings.changed') : '',
  }));
  return (
    <div className={classes.columns}>
      {entries.length > 1 && <EntryList entries={entries} open={open?.key ?? null} onSelect={onSelect} />}
      {open !== undefined && <PolicyEditor key={open.id} policy={open} onSaved={again} />}
    </div>
  );
}

/** As a complaint meets them, where that is an order; else by key, as the server lists them. */
const ORDER: Partial<Record<PolicyKind, readonly string[]>> = {
  DEADLINE: CLOCKS,
  CRITERIA: STAGES,
  STAGE_NAME: STAGES,
  WIP_LIMIT: STAGES,
  CUSTOMER_MESSAGE: CUSTOMER_MESSAGE_POINTS,
};

function inOrder(kind: PolicyKind, policies: readonly PolicyEntry[]): PolicyEntry[] {
  const order = ORDER[kind] ?? [];
  const place = ({ key }: PolicyEntry) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...policies].sort((one, other) => place(one) - place(other));
}
