import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isTyping, shortcutOf, SHORTCUTS } from '../../app/shortcuts.ts';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import buttons from '../board/card-button.module.css';
import type { AnyCard, InboxCard } from '../inbox/inbox-cards.ts';
import type { InboxEntry } from '../inbox/inbox-documents.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { ACT_KEYS, actsOf } from './desk-acts.ts';
import type { Undo } from '../undo/undo.ts';
import classes from './desk-line.module.css';
import { formsOf } from './entry-forms.ts';
import { FormLinks } from './form-links.tsx';
import { LineDue } from './line-due.tsx';
import { ActForm } from './line-forms.tsx';
import { LineSince } from './line-since.tsx';
import { actorOf, firstClock, kindWords, particularsOf } from './line-words.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskT } from './use-desk-t.ts';

export interface LineEnds {
  reload: () => void;
  onRead: (ids: readonly string[]) => void;
  /** An act was taken at a line: what to say of it, and what would undo it. */
  onDone: (at: Element | null, words: string, undo?: Undo) => void;
  /** Something stands open at the line, which must not go away now; or no longer. */
  onHold: (card: AnyCard, isHeld: boolean) => void;
}

/**
 * A line of the desk: what is asked, of which complaint, by whom, since when, until when; and what can be done about it
 * right here. `isGone`: it was answered elsewhere while something stood open at it.
 */
export function DeskLine({ card, isGone, ends }: { card: InboxCard; isGone: boolean; ends: LineEnds }) {
  const t = useDeskT();
  const locale = useLocale();
  const line = useRef<HTMLLIElement>(null);
  const subject = useRef<HTMLAnchorElement>(null);
  const [first] = card;
  const { complaint } = first;
  const unread = card.filter((entry) => entry.readAt === null);
  const forms = [...new Set(card.flatMap(formsOf))];
  const acts = actsOf(card);
  const clock = firstClock(card);
  const left = () => ends.onRead(unread.map((entry) => entry.id));
  // Who acts at a line has read it; what else it tells of may stay.
  const done = (words: string, undo?: Undo) => {
    left();
    ends.onDone(line.current, words, undo);
  };
  const desk = useDeskActs(ends.reload, done);

  const isOpen = desk.form !== null || desk.problem !== null;
  const hold = useEffectEvent((isHeld: boolean) => ends.onHold(card, isHeld));
  useEffect(() => {
    if (!isOpen) return undefined;
    hold(true);
    return () => hold(false);
  }, [isOpen]);

  useCommands((from) =>
    from === null || line.current?.contains(from) !== true
      ? []
      : acts.map((act) => ({
          id: `desk.${act.kind}`,
          label: t('palette.on', { what: t(`desk.act.${act.kind}`), number: complaint.number }),
          also: `${act.kind} ${inBothLanguages(`desk.act.${act.kind}`)}`,
          key: SHORTCUTS.desk[ACT_KEYS[act.kind]][0],
          run: () => void desk.run(act),
        })),
  );
  const byKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (event.key === 'Escape' && isOpen) {
      desk.close();
      subject.current?.focus();
      return;
    }
    const shortcut = shortcutOf('desk', event);
    const act = acts.find(({ kind }) => ACT_KEYS[kind] === shortcut);
    if (act === undefined) return;
    event.preventDefault();
    // Held down, a key would answer the next line too, where the focus has gone by then.
    if (!event.repeat) void desk.run(act);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that come from the link and the buttons in it
    <li
      ref={line}
      className={classes.line}
      data-line
      data-entry={first.kind}
      data-unread={unread.length > 0 || undefined}
      aria-busy={desk.busy}
      onKeyDown={byKey}
    >
      <div className={classes.top}>
        <span className={classes.kind}>{[...new Set(card.map((entry) => kindWords(entry, t)))].join(' · ')}</span>
        <SeverityMark severity={complaint.severity} />
        <span className={classes.number}>{complaint.number}</span>
        {unread.length > 0 && <span className={classes.unread}>{t('inbox.unread')}</span>}
        {clock !== null && <LineDue deadline={clock} />}
      </div>
      <Link
        ref={subject}
        to="/desk/complaints/$number"
        params={{ number: complaint.number }}
        search={(search) => search}
        {...(forms[0] !== undefined && { hash: forms[0] })}
        className={classes.subject}
        data-subject
        aria-keyshortcuts={acts.map(({ kind }) => SHORTCUTS.desk[ACT_KEYS[kind]][0]).join(' ') || undefined}
        onClick={left}
      >
        {complaint.subject}
      </Link>
      {[...new Set(card.map((entry) => particularsOf(entry, t, locale)))].map(
        (text) =>
          text !== null && (
            <div key={text} className={classes.more}>
              {text}
            </div>
          ),
      )}
      <div className={classes.bottom}>
        <span className={classes.since}>
          <Whose complaint={complaint} />
          <LineSince who={actorOf(first)} at={first.at} />
        </span>
        <div className={classes.acts}>
          {acts.map((act, i) => {
            const action = t(`desk.act.${act.kind}`);
            return (
              <button
                key={act.kind}
                type="button"
                className={i === 0 && act.kind !== 'handOver' && act.kind !== 'assign' ? buttons.main : buttons.quiet}
                disabled={desk.busy}
                data-key={SHORTCUTS.desk[ACT_KEYS[act.kind]][0].toUpperCase()}
                aria-label={t('inbox.about', { action, number: complaint.number })}
                aria-expanded={desk.form?.kind === act.kind || undefined}
                onClick={() => void desk.run(act)}
              >
                {action}
              </button>
            );
          })}
          <FormLinks number={complaint.number} forms={forms} isFirst={acts.length === 0} onLeft={left} />
        </div>
      </div>
      {isGone && <Notice kind="info">{t('desk.gone')}</Notice>}
      {desk.problem !== null && (
        <Notice
          kind="problem"
          action={
            <button type="button" className={buttons.quiet} onClick={desk.close}>
              {t('common.close')}
            </button>
          }
        >
          {desk.problem}
        </Notice>
      )}
      {desk.form !== null && (
        <ActForm
          key={desk.form.kind}
          act={desk.form}
          reload={ends.reload}
          onDone={(words, undo) => {
            desk.close();
            done(words, undo);
          }}
          onCancel={() => {
            desk.close();
            subject.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** Whose the complaint is: not said where it is the viewer's own department's, which is what a desk is for. */
function Whose({ complaint: { department, assignee } }: { complaint: InboxEntry['complaint'] }) {
  const t = useDeskT();
  const { roles } = useViewer();
  if (department === null) return <span>{t('unit.unrouted')}</span>;
  if (roles.some((role) => role.department?.id === department.id)) return null;
  return (
    <>
      <DepartmentDot department={department} />
      {assignee !== null && <span>{assignee.name}</span>}
    </>
  );
}
