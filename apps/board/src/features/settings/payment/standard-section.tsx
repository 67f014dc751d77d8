import { Button, Select } from '@mantine/core';
import { ANY_STANDARD } from '@redress/domain/rules/compensation';
import { useState } from 'react';
import { useViewer } from '../../../app/viewer.tsx';
import { EntryList } from '../entry-list.tsx';
import { PolicyEditor } from '../policy-editor.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import type { PolicyEntry } from '../settings-documents.ts';
import classes from '../settings-page.module.css';
import { useCategoryChoices } from '../use-category-choices.ts';
import { unwritten, usePolicies } from '../use-policies.ts';
import { useSettingsT } from '../use-settings-t.ts';
import { useWords } from '../use-words.ts';

const NONE: readonly string[] = [];

/** The standards of compensation: the company's, and those of categories that have their own. */
export function StandardSection({ selected, onSelect }: SectionProps) {
  const s = useSettingsT();
  const words = useWords();
  const mayKeep = useViewer().permissions.settings;
  const choices = useCategoryChoices(NONE);
  const [picked, setPicked] = useState<string | null>(null);
  const { policies, failed, again } = usePolicies('COMPENSATION');
  if (policies === null) return <SectionWait failed={failed} again={again} />;
  const company = policies.find(({ key }) => key === ANY_STANDARD);
  const written = policies.filter(isWritten);
  const known = policies.find(({ key }) => key === selected);
  const isChoice = choices.some(({ items }) => items.some(({ value }) => value === selected));
  const fresh = known === undefined && mayKeep && selected !== null && isChoice ? blank(selected, company) : null;
  const open = known ?? fresh ?? company ?? written[0];
  const entries = [...written, ...(fresh === null ? [] : [fresh])].map((policy) => ({
    key: policy.key,
    title: words.title(policy),
    mark: policy.version === 0 ? s('settings.unsaved') : '',
  }));
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        <EntryList entries={entries} open={open?.key ?? null} onSelect={onSelect} />
        {mayKeep && (
          <>
            <Select
              label={s('settings.payment.category')}
              placeholder={s('settings.payment.choose')}
              data={choices}
              value={picked}
              searchable
              clearable
              onChange={setPicked}
            />
            <Button variant="default" disabled={picked === null} onClick={() => picked !== null && onSelect(picked)}>
              {s('settings.payment.create')}
            </Button>
          </>
        )}
      </div>
      {open !== undefined && <PolicyEditor key={open.id} policy={open} onSaved={again} />}
    </div>
  );
}

function isWritten({ value }: PolicyEntry): boolean {
  return value.__typename === 'CompensationPolicy' && value.lines.length > 0;
}

/** Begins as what holds for the category until then: the company's. */
function blank(key: string, company: PolicyEntry | undefined): PolicyEntry {
  const usual = company?.value;
  const value = usual?.__typename === 'CompensationPolicy' ? usual : { currency: 'CNY', lines: [] };
  return unwritten('COMPENSATION', key, { ...value, __typename: 'CompensationPolicy' });
}
