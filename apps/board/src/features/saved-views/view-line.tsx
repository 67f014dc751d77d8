import { IconCheck, IconHome, IconLink, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSubmit } from '../../app/use-submit.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { tellDone } from '../undo/offers.ts';
import type { Undo } from '../undo/undo.ts';
import { refusalOf } from '../complaint/refusal.ts';
import type { ResultLike } from '../complaint/refusal.ts';
import { savedViewBeginWithMutation, savedViewRemoveMutation } from './saved-view-documents.ts';
import type { SavedViewEntry } from './saved-view-documents.ts';
import classes from './saved-views.module.css';
import { searchOf } from './use-saved-views.ts';
import type { SavedViews } from './use-saved-views.ts';

interface Props {
  view: SavedViewEntry;
  saved: SavedViews;
  /** It is what the board shows. */
  isShown: boolean;
}

/** One saved view: the way to it, with whom it is shared, and what can be done with it. */
export function ViewLine({ view, saved, isShown }: Props) {
  const t = useT();
  const locale = useLocale();
  const begin = useSubmit(savedViewBeginWithMutation);
  const remove = useSubmit(savedViewRemoveMutation);
  const [copied, setCopied] = useState(false);
  /** The link itself, where the browser did not take it. */
  const [link, setLink] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, name, sharing, department } = view;
  const isDefault = saved.defaultId === id;
  const sharedWith = department === null ? t(`saved.sharing.${sharing}`) : departmentName(department, locale);
  const send = async (action: Promise<Record<string, ResultLike> | null>, undo: Undo) => {
    setRefusal(null);
    const [result] = Object.values((await action) ?? {});
    if (result === undefined) return;
    const refused = refusalOf(result);
    setRefusal(refused?.message ?? null);
    if (refused === null) tellDone({ undo });
    saved.reload();
  };
  const copy = async () => {
    const address = `${location.origin}/views/${id}`;
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without TLS, or without leave, no page writes there: the link is shown to be taken.
      setLink(address);
    }
  };
  const homeWords = t(isDefault ? 'saved.beginNot' : 'saved.begin', { name });
  return (
    <li className={classes.line}>
      <Link to="/" search={searchOf(view)} className={classes.way} data-shown={isShown || undefined}>
        <IconCheck size={14} stroke={2} aria-hidden className={classes.check} />
        <span className={classes.name}>{name}</span>
        {sharing !== 'PERSONAL' && <span className={classes.shared}>{sharedWith}</span>}
      </Link>
      <button
        type="button"
        className={classes.tool}
        aria-pressed={isDefault}
        aria-label={homeWords}
        title={homeWords}
        disabled={begin.busy}
        onClick={() => {
          const undo: Undo = { kind: 'beginWith', viewId: saved.defaultId, name };
          void send(begin.run({ input: { id: isDefault ? null : id } }), undo);
        }}
      >
        <IconHome size={15} stroke={1.8} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('saved.copy', { name })}
        title={t(copied ? 'saved.copied' : 'saved.copy', { name })}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={15} stroke={2} aria-hidden /> : <IconLink size={15} stroke={1.8} aria-hidden />}
      </button>
      {view.viewerCanChange && (
        <button
          type="button"
          className={classes.tool}
          aria-label={t('saved.remove', { name })}
          title={t('saved.remove', { name })}
          disabled={remove.busy}
          onClick={() => void send(remove.run({ input: { id } }), { kind: 'restoreView', viewId: id, name })}
        >
          <IconTrash size={15} stroke={1.8} aria-hidden />
        </button>
      )}
      {link !== null && (
        <input
          type="text"
          readOnly
          className={classes.link}
          aria-label={t('saved.copy', { name })}
          value={link}
          ref={(field) => field?.select()}
        />
      )}
      {(refusal !== null || begin.failure !== null || remove.failure !== null) && (
        <span className={classes.problem} role="alert">
          {refusal ?? t('saved.noAnswer')}
        </span>
      )}
    </li>
  );
}
