import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { fullTime, shortDate } from '../../ui/time.ts';
import { MergeForm } from './forms/merge-form.tsx';
import { MergeOtherForm } from './forms/merge-other-form.tsx';
import { mergeQuery } from './merge-documents.ts';
import type { Duplicate, Merging } from './merge-documents.ts';
import classes from './other-cases.module.css';
import sections from './sections.module.css';
import { useStepCommands } from './use-step-commands.ts';

/** Where a merged complaint goes on, what was merged into this one, and what may be the same matter. */
export function MergeSection({ complaintId }: { complaintId: string }) {
  const [{ data }] = useQuery({
    query: mergeQuery,
    variables: { id: complaintId },
    requestPolicy: 'cache-and-network',
  });
  const complaint = data?.complaint ?? null;
  if (complaint === null) return null;
  return (
    <>
      <MergedInto into={complaint.mergedInto} />
      <Merged complaint={complaint} />
      <Duplicates complaint={complaint} />
    </>
  );
}

function Numbered({ number }: { number: string }) {
  return (
    <Link className={classes.number} to="/complaints/$number" params={{ number }} search={(search) => search}>
      {number}
    </Link>
  );
}

function MergedInto({ into }: { into: Merging['mergedInto'] }) {
  const t = useT();
  if (into === null) return null;
  return (
    <Notice kind="info" action={<Numbered number={into.number} />}>
      {t('special.mergedInto', { number: into.number })}
    </Notice>
  );
}

function Merged({ complaint: { merged } }: { complaint: Merging }) {
  const t = useT();
  if (merged.length === 0) return null;
  return (
    <section className={classes.root} aria-label={t('special.merged')}>
      <h3 className={sections.heading}>{t('special.merged')}</h3>
      <ul className={classes.cases}>
        {merged.map(({ id, number, subject }) => (
          <li key={id} className={classes.case}>
            <Numbered number={number} />
            <span className={classes.subject}>{subject}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Duplicates({ complaint }: { complaint: Merging }) {
  const t = useT();
  const [naming, setNaming] = useState(false);
  const { possibleDuplicates, viewerCan } = complaint;
  const name = { words: 'special.mergeOther', run: () => setNaming(true) } as const;
  const opened = useStepCommands('special.duplicates', viewerCan.merge ? [name] : []);
  const close = () => setNaming(false);
  if (possibleDuplicates.length === 0 && !viewerCan.merge) return null;
  return (
    <section className={classes.root} aria-label={t('special.duplicates')}>
      <h3 className={sections.heading}>{t('special.duplicates')}</h3>
      {possibleDuplicates.length === 0 && <p className={sections.empty}>{t('special.noDuplicates')}</p>}
      <ul className={classes.cases}>
        {possibleDuplicates.map((duplicate) => (
          <DuplicateItem key={duplicate.number} complaint={complaint} duplicate={duplicate} />
        ))}
      </ul>
      {viewerCan.merge && !naming && (
        <div className={sections.steps}>
          <Button size="xs" variant="default" onClick={() => setNaming(true)}>
            {t('special.mergeOther')}
          </Button>
        </div>
      )}
      {naming && (
        <div ref={opened} className={sections.opened}>
          <MergeOtherForm complaint={complaint} onDone={close} onCancel={close} />
        </div>
      )}
    </section>
  );
}

function DuplicateItem({ complaint, duplicate }: { complaint: Merging; duplicate: Duplicate }) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { number, stage, receivedAt, because, complaint: other } = duplicate;
  const mergeable = complaint.viewerCan.merge && other !== null && stage !== 'CLOSED';
  return (
    <li className={classes.case}>
      {other === null ? <span className={classes.number}>{number}</span> : <Numbered number={number} />}
      <span>{t(`stage.${stage}`)}</span>
      <time title={fullTime(receivedAt, locale)}>{shortDate(receivedAt, locale)}</time>
      <span>{because.map((one) => t(`special.because.${one}`)).join(t('common.comma'))}</span>
      <span className={classes.subject}>{other === null ? t('special.hidden') : other.subject}</span>
      {mergeable && (
        <Button
          size="compact-sm"
          variant={open ? 'light' : 'default'}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('special.compare')}
        </Button>
      )}
      {open && other !== null && (
        <div className={classes.form}>
          <MergeForm
            complaint={complaint}
            other={other}
            sameCustomer={because.includes('CUSTOMER')}
            onDone={() => setOpen(false)}
            onCancel={() => setOpen(false)}
          />
        </div>
      )}
    </li>
  );
}
