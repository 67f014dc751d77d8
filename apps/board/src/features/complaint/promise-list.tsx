import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { fullTime, shortDate } from '../../ui/time.ts';
import { promiseRights } from './commitment-rights.ts';
import type { ComplaintView, PromiseView } from './complaint-documents.ts';
import { DueTime } from './due-time.tsx';
import { PromiseKeepForm, PromiseReleaseForm } from './forms/end-promise-forms.tsx';
import { PromiseMakeForm } from './forms/promise-make-form.tsx';
import { useRevealed } from './revealed.tsx';
import classes from './sections.module.css';
import { useAskedAct } from './use-asked-act.ts';
import { useStepCommands } from './use-step-commands.ts';

const ACTS = ['promise'] as const;
const STEPS = ['keep', 'release'] as const;
const FORMS = { keep: PromiseKeepForm, release: PromiseReleaseForm };

/** What the customer was promised: the open ones first, by what is due first. */
export function PromiseList({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const [making, setMaking] = useState(false);
  const form = useAskedAct(ACTS, () => setMaking(true));
  const promises = complaint.promises.nodes.toSorted(
    (a, b) => Number(b.state === 'OPEN') - Number(a.state === 'OPEN') || (a.dueAt < b.dueAt ? -1 : 1),
  );
  return (
    <div>
      <h3 className={classes.heading}>{t('promise.title')}</h3>
      {promises.length === 0 && <p className={classes.empty}>{t('promise.none')}</p>}
      <ul className={classes.list}>
        {promises.map((promise) => (
          <PromiseItem key={promise.id} complaint={complaint} promise={promise} />
        ))}
      </ul>
      {complaint.viewerCan.promise && !making && (
        <div className={classes.steps}>
          <Button size="xs" variant="default" onClick={() => setMaking(true)}>
            {t('promise.add')}
          </Button>
        </div>
      )}
      {making && (
        <section ref={form} className={classes.opened}>
          <PromiseMakeForm complaint={complaint} onDone={() => setMaking(false)} onCancel={() => setMaking(false)} />
        </section>
      )}
    </div>
  );
}

function PromiseItem({ complaint, promise }: { complaint: ComplaintView; promise: PromiseView }) {
  const t = useT();
  const locale = useLocale();
  const { read } = useRevealed();
  const rights = promiseRights(useViewer(), complaint, promise);
  const [open, setOpen] = useState<(typeof STEPS)[number] | null>(null);
  const offered = STEPS.filter((step) => rights[step]);
  const Form = open === null ? null : FORMS[open];
  const close = () => setOpen(null);
  const endedAt = promise.endedAt === null ? '' : shortDate(promise.endedAt, locale);
  const what = promise.what === null ? t('timeline.erased') : read(promise.what);
  const place = useStepCommands<HTMLLIElement>(
    'promise.title',
    offered.map((step) => ({ words: `promise.${step}`, run: () => setOpen(step) })),
    { id: promise.id, what },
  );
  return (
    <li ref={place} className={classes.item}>
      <div className={classes.line}>
        <span className={classes.dim}>
          {promise.madeBy?.name}{' '}
          <time dateTime={promise.madeAt} title={fullTime(promise.madeAt, locale)}>
            {shortDate(promise.madeAt, locale)}
          </time>
        </span>
        {promise.state === 'OPEN' ? (
          <DueTime dueAt={promise.dueAt} clock={promise.deadline} />
        ) : (
          <span className={classes.state}>{t(`promise.state.${promise.state}`, { at: endedAt })}</span>
        )}
      </div>
      <div className={classes.text}>{what}</div>
      {offered.length > 0 && (
        <div className={classes.steps}>
          {offered.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={open === step ? 'light' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? null : step)}
            >
              {t(`promise.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {Form !== null && <Form key={open} promise={promise} onDone={close} onCancel={close} />}
    </li>
  );
}
