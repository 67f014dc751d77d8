import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { AttemptKeys } from '../../app/attempt-key.ts';
import { useViewer } from '../../app/viewer.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { investigationMessages } from '../../i18n/messages/investigation.ts';
import { printMessages } from '../../i18n/messages/print.ts';
import { resolutionMessages } from '../../i18n/messages/resolution.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { complaintPrintMutation, printableQuery } from './print-document.ts';
import type { Printed } from './print-document.ts';
import { PrintSheet } from './print-sheet.tsx';
import classes from './print.module.css';

for (const area of [complaintMessages, investigationMessages, resolutionMessages, printMessages]) addMessages(area);

type State = 'loading' | 'failed' | 'hidden' | { refused: string } | Printed;

/** One key for each complaint while this page is open: React may begin an effect twice, and that is one print. */
const keys = new AttemptKeys();

/** A complaint on paper. What is shown comes with the answer that puts the print on record, never before it. */
export function PrintRoute() {
  const t = useT();
  const viewer = useViewer();
  const client = useClient();
  const { number } = useParams({ from: '/signed-in/complaints/$number/print' });
  const [state, setState] = useState<State>('loading');
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => {
    setState('loading');
    setAttempt((one) => one + 1);
  }, []);

  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<State> => {
      const found = await client.query(printableQuery, { number }, { requestPolicy: 'network-only' }).toPromise();
      if (found.data === undefined || found.error !== undefined) return 'failed';
      if (found.data.complaint === null) return 'hidden';
      const variables = { input: { complaintId: found.data.complaint.id } };
      const idempotencyKey = keys.keyFor(variables);
      const { data } = await client.mutation(complaintPrintMutation, variables, { idempotencyKey }).toPromise();
      if (data === undefined) return 'failed';
      const answer = data.complaintPrint;
      return answer.__typename === 'ComplaintPrintPayload' ? answer : { refused: answer.message };
    };
    const show = async () => {
      const next = await load();
      if (wanted) setState(next);
    };
    void show();
    return () => {
      wanted = false;
    };
  }, [client, number, attempt]);

  const back = (
    <Link to="/complaints/$number" params={{ number }}>
      {t('print.back')}
    </Link>
  );
  if (state === 'loading') return <PageLoader />;
  if (state === 'failed' || state === 'hidden' || 'refused' in state) {
    return (
      <div className={classes.page}>
        <div className={classes.tools}>{back}</div>
        {state === 'failed' && <RetryNotice onRetry={again}>{t('print.failed')}</RetryNotice>}
        {state === 'hidden' && <Notice kind="problem">{t('print.hidden', { number })}</Notice>}
        {typeof state === 'object' && <Notice kind="problem">{state.refused}</Notice>}
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        {back}
        <Button onClick={() => window.print()}>{t('print.print')}</Button>
        <span>{t('print.onRecord')}</span>
      </div>
      <PrintSheet printed={state} by={viewer.member.name} />
    </div>
  );
}
