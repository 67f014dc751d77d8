import { AUDIT_VIAS, NAMED_ACTIONS, actionWord, viaWord } from '@redress/domain/rules/audit-words';
import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDepartments } from '../../app/directory.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { AuditEntry } from './audit-documents.ts';
import classes from './audit-filter-bar.module.css';
import type { AuditSearch } from './audit-search.ts';

/** What of the trail is looked at. It lives in the URL; the person is chosen by their name in the table. */
export function AuditFilterBar({
  search,
  entries,
  readsAll,
  onChange,
}: {
  search: AuditSearch;
  entries: readonly AuditEntry[];
  /** Whether entries about complaints are there to be found. */
  readsAll: boolean;
  onChange: (change: AuditSearch) => void;
}) {
  const t = useT();
  const locale = useLocale();
  const departments = useDepartments();
  const isFiltered = Object.keys(search).length > 0;
  const actor = actorCalled(search.actor, entries);
  const actions = [...new Set([...NAMED_ACTIONS, ...(search.action === undefined ? [] : [search.action])])];
  return (
    <div className={classes.bar} role="search" aria-label={t('audit.filter')}>
      {readsAll && (
        <ComplaintNumber
          key={search.complaint ?? ''}
          value={search.complaint ?? ''}
          onChange={(number) => onChange({ complaint: number })}
        />
      )}
      <Choice
        label={t('audit.filter.action')}
        value={search.action}
        options={actions.map((action) => ({ value: action, label: actionWord(action, locale) }))}
        onChange={(action) => onChange({ action })}
      />
      {readsAll && (
        <Choice
          label={t('audit.filter.department')}
          value={search.department}
          options={departments.map((one) => ({ value: one.code, label: departmentName(one, locale) }))}
          onChange={(department) => onChange({ department })}
        />
      )}
      <Choice
        label={t('audit.filter.via')}
        value={search.via}
        options={AUDIT_VIAS.map((via) => ({ value: via, label: viaWord(via, locale) }))}
        onChange={(via) => onChange({ via })}
      />
      <Day label={t('audit.filter.from')} value={search.from} onChange={(from) => onChange({ from })} />
      <Day label={t('audit.filter.to')} value={search.to} onChange={(to) => onChange({ to })} />
      {search.actor !== undefined && (
        <button
          type="button"
          className={classes.chip}
          aria-label={t('audit.filter.removeActor', { name: actor })}
          onClick={() => onChange({ actor: undefined })}
        >
          {t('audit.filter.actor', { name: actor })}
          <IconX size={13} stroke={1.8} aria-hidden />
        </button>
      )}
      {isFiltered && (
        <button type="button" className={classes.clear} onClick={() => onChange(NO_SEARCH)}>
          {t('audit.filter.clear')}
        </button>
      )}
    </div>
  );
}

const NO_SEARCH: AuditSearch = {
  actor: undefined,
  action: undefined,
  complaint: undefined,
  department: undefined,
  via: undefined,
  from: undefined,
  to: undefined,
};

/** The name of whom the trail is narrowed to, as one of its entries has it; their id until one is there. */
function actorCalled(id: string | undefined, entries: readonly AuditEntry[]): string {
  const found = entries.map((entry) => entry.actor).find((one) => one !== null && 'id' in one && one.id === id);
  return found !== undefined && found !== null && 'name' in found ? found.name : (id ?? '');
}

function ComplaintNumber({ value, onChange }: { value: string; onChange: (number: string | undefined) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const settle = () => {
    if (typed.trim() !== value) onChange(typed.trim() === '' ? undefined : typed.trim().toUpperCase());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <TextInput
        size="xs"
        className={classes.number}
        label={t('audit.filter.complaint')}
        placeholder="C-2026-000123"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
      />
    </form>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const t = useT();
  return (
    <Select
      size="xs"
      className={classes.choice}
      label={label}
      placeholder={t('audit.filter.any')}
      data={options}
      value={value ?? null}
      clearable
      searchable
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  return (
    <TextInput
      size="xs"
      type="date"
      className={classes.day}
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
