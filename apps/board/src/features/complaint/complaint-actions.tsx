import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import { shortDate } from '../../ui/time.ts';
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
  const [asked] = useState(hash !== null && offered.includes(hash) ? hash : null);
  const { nodes: resolutions } = complaint.resolutions;
  const facts = {
    ...complaint,
    duty: ownDuty(viewer, complaint.duties.nodes),
    settling: settling(resolutions, complaint.round).step,
    approves: resolutions.some((one) => stepToDecide(one) !== undefined),
  };
  const first = nextAction(facts, member.id);
  const [open, setOpen] = useState<ActionKind | null>(asked === first?.kind ? null : asked);
  const [said, setSaid] = useState('');
  const [begun, setBegun] = useState<NextAction | null>(null);
  const next = begun ?? first;
  const opened = useFocusWhen(open !== null && open === asked);
  const department = complaint.department === null ? '' : departmentName(complaint.department, locale);
  const until = complaint.hold === null ? '' : shortDate(complaint.hold.until, locale);
  // The next move is one of several; the form that offers the others stays.
  const others = offered.filter((kind) => kind === 'move' || kind !== next?.kind);

  const done = (kind: NextAction['kind'] | ActionKind) => {
    setSaid(t('complaint.done', { action: t(actionKey(kind)), number: complaint.number }));
    setOpen(null);
    setBegun(null);
  };
  return (
    <>
      {next === null ? (
        <section className={classes.next} data-waiting aria-label={t('complaint.next')}>
          {t(`complaint.waiting.${waitingFor(facts)}`, { department, until })}
        </section>
      ) : (
        <NextStep
          key={next.kind === 'duty' ? next.dutyId : next.kind}
          complaint={complaint}
          next={next}
          begun={begun !== null}
          asked={asked === next.kind}
          onBegin={() => setBegun(next)}
          onDone={() => done(next.kind)}
          onCancel={() => setBegun(null)}
        />
      )}
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
