import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useSubmit } from '../../app/use-submit.ts';
import { graphql } from '../../graphql.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import type { CallerBy } from './caller.ts';
import classes from './caller-history.module.css';

const callMutation = graphql(`
  mutation RecordCall($input: CallRecordInput!) {
    callRecord(input: $input) {
      __typename
      ... on CallRecordPayload { number cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

/** Takes the call down for who handles the case, which this viewer need not see. Begins with what was typed. */
export function CallNote({ number, by, typed }: { number: string; by: NonNullable<CallerBy>; typed: string }) {
  const t = useT();
  const { busy, failure, run } = useSubmit(callMutation, { adds: true });
  const { fields, set, clear } = useDraft(`${number}.call`, { summary: '' });
  const { summary } = fields;
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const [done, setDone] = useState(false);
  const send = async () => {
    setMessage('');
    const data = await run({ input: { by, number, summary } });
    if (data === null) return;
    const answer = data.callRecord;
    if (answer.__typename === 'CallRecordPayload') {
      clear();
      return setDone(true);
    }
    const [issue] = answer.__typename === 'InvalidInputError' ? answer.issues : [];
    setMessage(issue?.message ?? answer.message);
  };
  if (done) {
    return (
      <span role="status" className={classes.quiet}>
        {t('register.callTold')}
      </span>
    );
  }
  const open = () => {
    if (summary === '') set('summary', typed);
    setOpen(true);
  };
  if (!isOpen) {
    return (
      <Button
        className={classes.add}
        size="compact-xs"
        variant="default"
        aria-label={t('register.callNoteTo', { number })}
        onClick={open}
      >
        {t('register.callNote')}
      </Button>
    );
  }
  // Not a form: it stands within one.
  return (
    <div className={classes.note}>
      <Textarea
        size="xs"
        label={t('register.callSaid')}
        // It was just asked for.
        autoFocus
        autosize
        minRows={2}
        value={summary}
        onChange={(event) => set('summary', event.currentTarget.value)}
      />
      <SubmitFailure failure={failure} />
      {message !== '' && <Notice kind="problem">{message}</Notice>}
      <Button size="compact-xs" loading={busy} disabled={summary.trim() === ''} onClick={() => void send()}>
        {t('register.callSend')}
      </Button>
    </div>
  );
}
