import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { ResolutionOfferForm } from './forms/resolution-offer-form.tsx';
import { ResolutionProposeForm } from './forms/resolution-propose-form.tsx';
import { ResolutionItem } from './resolution-item.tsx';
import { canOffer } from './resolution-steps.ts';
import classes from './sections.module.css';
import { useAskedAct } from './use-asked-act.ts';

const ACTS = ['propose', 'offer'] as const;

/** How the complaint may be settled: what stands first, what is off the table last. */
export function ResolutionSection({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const [open, setOpen] = useState<(typeof ACTS)[number] | null>(null);
  const form = useAskedAct(ACTS, setOpen);
  const { resolve } = complaint.viewerCan;
  const isOver = (state: string) => state === 'WITHDRAWN' || state === 'REFUSED';
  const resolutions = complaint.resolutions.nodes.toSorted((a, b) => Number(isOver(a.state)) - Number(isOver(b.state)));
  const offerable = resolutions.filter(canOffer);
  const close = () => setOpen(null);
  return (
    <div className={classes.section}>
      <div>
        <h3 className={classes.heading}>{t('resolution.title')}</h3>
        {resolutions.length === 0 && <p className={classes.empty}>{t('resolution.none')}</p>}
        <ul className={classes.list}>
          {resolutions.map((resolution) => (
            <ResolutionItem key={resolution.id} complaint={complaint} resolution={resolution} />
          ))}
        </ul>
        {resolve && open === null && (
          <div className={classes.steps}>
            <Button size="xs" variant="default" onClick={() => setOpen('propose')}>
              {t('resolution.propose')}
            </Button>
            {offerable.length > 0 && (
              <Button size="xs" variant="default" onClick={() => setOpen('offer')}>
                {t('resolution.offer')}
              </Button>
            )}
          </div>
        )}
        {open !== null && (
          <section ref={form} className={classes.opened}>
            {open === 'propose' ? (
              <ResolutionProposeForm complaint={complaint} onDone={close} onCancel={close} />
            ) : (
              <ResolutionOfferForm complaint={complaint} options={offerable} onDone={close} onCancel={close} />
            )}
          </section>
        )}
      </div>
    </div>
  );
}
