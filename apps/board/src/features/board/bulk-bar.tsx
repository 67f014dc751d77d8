import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useDepartments } from '../../app/directory.ts';
import { useDraft } from '../../app/use-draft.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { bulkMessages } from '../../i18n/messages/bulk.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { tellDone, useTold } from '../undo/offers.ts';
import { announce } from './announcer.tsx';
import { useBoard } from './board-context.tsx';
import { actOnCards } from './bulk-act.ts';
import type { BulkAction } from './bulk-act.ts';
import classes from './bulk-bar.module.css';
import { BulkMembers } from './bulk-members.tsx';
import { useFootHeight } from './use-foot-height.ts';
import { setSelecting, settleSelected, useSelection } from './selection.ts';

addMessages(bulkMessages);
addMessages(paletteMessages);

type Form = 'assign' | 'handOff' | null;

/** What can be done with the selected cards. Those that are refused stay selected and say why at the card. */
export function BulkBar() {
  const t = useT();
  const board = useBoard();
  const bar = useRef<HTMLElement>(null);
  useFootHeight(bar);
  const selection = useSelection();
  const [form, setForm] = useState<Form>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const ids = [...selection];

  const run = async (action: BulkAction): Promise<boolean> => {
    let isWhole = false;
    setBusy(true);
    setSaid('');
    try {
      const { done, refused, undo } = await actOnCards(action, (id) => board.store.told(id));
      settleSelected(done, refused);
      if (done.length > 0) tellDone({ undo });
      const values = { done: done.length, refused: refused.size };
      say(refused.size === 0 ? t('bulk.allDone', values) : t('bulk.told', values));
      isWhole = refused.size === 0;
      if (isWhole) setForm(null);
    } catch {
      say(t('bulk.failed'));
    }
    setBusy(false);
    return isWhole;
  };
  const say = (words: string) => {
    setSaid(words);
    announce(words);
  };
  // Once it was taken back, what was said of it holds no more: the bar of what was done says what does.
  const isTakenBack = useTold()?.state.kind === 'many';
  const none = busy || ids.length === 0;
  useCommands(() => {
    const act = (kind: 'claim' | 'assign' | 'handOff', run: () => void) => ({
      id: `bulk.${kind}`,
      label: t(`palette.bulk.${kind}`, { n: ids.length }),
      also: `${kind} ${inBothLanguages(`palette.bulk.${kind}`, { n: ids.length })}`,
      key: null,
      run,
    });
    const done = {
      id: 'bulk.done',
      label: t('palette.bulk.done'),
      also: inBothLanguages('palette.bulk.done'),
      key: null,
    };
    const end = { ...done, run: () => setSelecting(false) };
    if (none) return [end];
    return [
      act('claim', () => void run({ kind: 'claim', ids })),
      act('assign', () => setForm('assign')),
      act('handOff', () => setForm('handOff')),
      end,
    ];
  });
  return (
    <section ref={bar} className={classes.bar} aria-label={t('bulk.title')}>
      <div className={classes.row}>
        <span className={classes.count}>
          {ids.length === 0 ? (
            <>
              {t('bulk.hint')}
              <span data-keys>{t('bulk.hintKey')}</span>
            </>
          ) : (
            t('bulk.count', { n: ids.length })
          )}
        </span>
        <button type="button" disabled={none} onClick={() => void run({ kind: 'claim', ids })}>
          {t('bulk.claim')}
        </button>
        {(['assign', 'handOff'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={none}
            aria-expanded={form === kind}
            onClick={() => setForm(form === kind ? null : kind)}
          >
            {t(`bulk.${kind}`)}
          </button>
        ))}
        <span className={classes.said}>{isTakenBack ? '' : said}</span>
        <button type="button" onClick={() => setSelecting(false)}>
          {t('bulk.done')}
        </button>
      </div>
      {form === 'assign' && <AssignMany ids={ids} busy={none} onRun={run} />}
      {form === 'handOff' && <HandOffMany ids={ids} busy={none} onRun={run} />}
    </section>
  );
}

interface FormProps {
  ids: string[];
  busy: boolean;
  /** Whether all of them were taken. */
  onRun: (action: BulkAction) => Promise<boolean>;
}

function AssignMany({ ids, busy, onRun }: FormProps) {
  const t = useT();
  const board = useBoard();
  const [assigneeId, setAssigneeId] = useState('');
  const departments = [...new Set(ids.map((id) => board.store.told(id)?.department?.id ?? null))];
  const [only] = departments;
  if (departments.length !== 1 || only == null) return <div className={classes.row}>{t('bulk.assignDepartments')}</div>;
  return (
    <Fields
      busy={busy || assigneeId === ''}
      submit={t('bulk.assign')}
      onSubmit={() => void onRun({ kind: 'assign', ids, assigneeId })}
    >
      <label>
        {t('bulk.assignee')}
        <BulkMembers departmentId={only} value={assigneeId} onChange={setAssigneeId} />
      </label>
    </Fields>
  );
}

function HandOffMany({ ids, busy, onRun }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const departments = useDepartments();
  const { fields, set, clear } = useDraft('bulk.handOff', { toDepartmentCode: '', reason: '' });
  const { toDepartmentCode } = fields;
  const reason = fields.reason.trim();
  const isReady = toDepartmentCode !== '' && reason !== '';
  const handOff = async () => {
    if (await onRun({ kind: 'handOff', ids, toDepartmentCode, reason })) clear();
  };
  return (
    <Fields busy={busy || !isReady} submit={t('bulk.handOff')} onSubmit={() => void handOff()}>
      <label>
        {t('bulk.to')}
        <select value={toDepartmentCode} onChange={(event) => set('toDepartmentCode', event.currentTarget.value)}>
          <option value="">{t('fields.chooseDepartment')}</option>
          {departments.map((one) => (
            <option key={one.code} value={one.code}>
              {departmentName(one, locale)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.wide}>
        {t('bulk.reason')}
        <input value={fields.reason} maxLength={2000} onChange={(event) => set('reason', event.currentTarget.value)} />
      </label>
    </Fields>
  );
}

function Fields({
  busy,
  submit,
  onSubmit,
  children,
}: {
  busy: boolean;
  submit: string;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <button type="submit" disabled={busy} className={classes.main}>
        {submit}
      </button>
    </form>
  );
}
