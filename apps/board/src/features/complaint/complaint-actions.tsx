import { Button, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { shortDate } from '../../ui/time.ts';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
import { ActionForm } from './action-form.tsx';
import { offeredActions } from './action-kinds.ts';
import type { ActionKind } from './action-kinds.ts';
import { ownDuty } from './commitment-rights.ts';
import type { ComplaintView } from './complaint-documents.ts';
import classes from './complaint-drawer.module.css';
import { nextAction, waitingFor } from './next-action.ts';
import type { NextAction } from './next-action.ts';
import { NextStep, actionKey } from './next-step.tsx';
import { settling, stepToDecide } from './resolution-steps.ts';
import { useAskedAction, useFocusWhen } from './use-asked-action.ts';

/**
 * The one thing this viewer should do next, and then everything else they may do, one form at a time. A form that is
 * open stays open whatever others do meanwhile: the server decides, and what was typed is not lost.
 */
export function ComplaintActions({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const locale = useLocale();
  const viewer = useViewer();
  const { member } = viewer;
  const offered = offeredActions(complaint, member);
  const hash = useAskedAction();
  const [asked, setAsked] = useState({ kind: hash !== null && offered.includes(hash) ? hash : null, times: 1 });
  const askedFor = (kind: NextAction['kind'] | ActionKind | null) =>
    kind !== null && kind === asked.kind ? asked.times : 0;
  const { nodes: resolutions } = complaint.resolutions;
  const facts = {
    ...complaint,
    duty: ownDuty(viewer, complaint.duties.nodes),
    settling: settling(resolutions, complaint.round).step,
    approves: resolutions.some((one) => stepToDecide(one) !== undefined),
  };
  const first = nextAction(facts, member.id);
  const [open, setOpen] = useState<ActionKind | null>(asked.kind === first?.kind ? null : asked.kind);
  const [said, setSaid] = useState('');
  const now = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<NextAction | null>(null);
  const next = begun ?? first;
  const opened = useFocusWhen(askedFor(open));
  const department = complaint.department === null ? '' : departmentName(complaint.department, locale);
  const until = complaint.hold === null ? '' : shortDate(complaint.hold.until, locale);
  // The next move is one of several; the form that offers the others stays.
  const others = offered.filter((kind) => kind === 'move' || kind !== next?.kind);

  const done = (kind: NextAction['kind'] | ActionKind) => {
    setSaid(t('complaint.done', { action: t(actionKey(kind)), number: complaint.number }));
    setOpen(null);
    setBegun(null);
    // The form that had the focus is gone: it goes on where the next thing is said.
    setTimeout(() => {
      if (document.activeElement === document.body) now.current?.focus();
    });
  };
  useCommands(() =>
    offered.map((kind) => ({
      id: `action.${kind}`,
      label: t('palette.form', { what: t(`complaint.action.${kind}`), number: complaint.number }),
      also: `${kind} ${inBothLanguages(`complaint.action.${kind}`)}`,
      key: null,
      run() {
        setAsked(({ times }) => ({ kind, times: times + 1 }));
        setOpen(kind === next?.kind ? null : kind);
      },
    })),
  );
  return (
    <>
      <div ref={now} tabIndex={-1} className={classes.nextPlace}>
        {next === null ? (
          <section className={classes.next} data-waiting aria-label={t('complaint.next')}>
            {t(`complaint.waiting.${waitingFor(facts)}`, { department, until })}
          </section>
        ) : (
          <NextStep
            // Asked for, it begins opened.
            key={`${next.kind === 'duty' ? next.dutyId : next.kind}${askedFor(next.kind)}`}
            complaint={complaint}
            next={next}
            begun={begun !== null}
            asked={askedFor(next.kind)}
            onBegin={() => setBegun(next)}
            onDone={() => done(next.kind)}
            onCancel={() => setBegun(null)}
          />
        )}
      </div>
      {others.length > 0 && (
        <div className={classes.others} role="group" aria-label={t('complaint.otherActions')}>
          {others.map((kind) => (
            <Button
              key={kind}
              size="xs"
              variant={open === kind ? 'light' : 'default'}
              aria-expanded={open === kind}
              onClick={() => setOpen(open === kind ? null : kind)}
            >
              {t(`complaint.action.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {open !== null && (
        <section ref={opened} className={classes.opened}>
          <ActionForm
            key={open}
            complaint={complaint}
            action={{ kind: open }}
            onDone={() => done(open)}
            onCancel={() => setOpen(null)}
          />
        </section>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
