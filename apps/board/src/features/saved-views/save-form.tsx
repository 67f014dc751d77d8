import { useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import { useViewer } from '../../app/viewer.tsx';
import type { Viewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import buttons from '../board/card-button.module.css';
import { tellDone } from '../undo/offers.ts';
import { savedViewPutMutation } from './saved-view-documents.ts';
import classes from './saved-views.module.css';

const LEADS: readonly string[] = ['DEPARTMENT_HEAD', 'DEPUTY_HEAD'];

/** With whom this member may share: `PERSONAL`, `COMPANY`, or the code of a department. */
function sharings({ roles, permissions }: Viewer): { code: string; department: Department | null }[] {
  const led = roles.filter(({ role }) => LEADS.includes(role)).flatMap(({ department }) => department ?? []);
  const departments = [...new Map(led.map((one) => [one.code, one])).values()];
  return [
    { code: 'PERSONAL', department: null },
    ...departments.map((department) => ({ code: department.code, department })),
    ...(permissions.override ? [{ code: 'COMPANY', department: null }] : []),
  ];
}
type Department = NonNullable<Viewer['roles'][number]['department']>;

/** Keeps what the board shows under a name. */
export function SaveForm({ search, onSaved }: { search: string; onSaved: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { busy, failure, run } = useSubmit(savedViewPutMutation, { adds: true });
  const choices = sharings(useViewer());
  const { fields, set, clear } = useDraft('view.new', { name: '', sharing: 'PERSONAL' as string });
  const { name } = fields;
  // Who may share with whom may have changed since it was chosen.
  const sharing = choices.some(({ code }) => code === fields.sharing) ? fields.sharing : 'PERSONAL';
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    setRefusal(null);
    const known = sharing === 'PERSONAL' || sharing === 'COMPANY' ? sharing : 'DEPARTMENT';
    const departmentCode = known === 'DEPARTMENT' ? sharing : null;
    const data = await run({ input: { name, search, sharing: known, departmentCode } });
    const result = data?.savedViewPut;
    if (result === undefined) return;
    if (result.__typename === 'SavedViewPutPayload') {
      clear();
      if (result.savedView !== null) tellDone({ undo: { kind: 'removeView', viewId: result.savedView.id, name } });
      onSaved();
    } else setRefusal('issues' in result ? (result.issues[0]?.message ?? result.message) : result.message);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={classes.field}>
        {t('saved.name')}
        <input
          type="text"
          required
          maxLength={60}
          value={name}
          placeholder={t('saved.namePlaceholder')}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
      </label>
      {choices.length > 1 && (
        <label className={classes.field}>
          {t('saved.with')}
          <select value={sharing} onChange={(event) => set('sharing', event.currentTarget.value)}>
            {choices.map(({ code, department }) => (
              <option key={code} value={code}>
                {department === null ? t(`saved.sharing.${code as 'PERSONAL'}`) : departmentName(department, locale)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className={buttons.main} disabled={busy || name.trim() === ''}>
        {t('saved.save')}
      </button>
      {(refusal ?? failure) !== null && (
        <p className={classes.problem} role="alert">
          {refusal ?? t('saved.noAnswer')}
        </p>
      )}
    </form>
  );
}
