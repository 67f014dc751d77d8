import { useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { instantOf } from '../fields/moment.ts';
import { deadlinePreviewQuery } from './calendar-documents.ts';
import type { CLOCKS } from './clocks.ts';
import { parseDuration } from './duration.ts';
import { useCalendars } from './use-calendars.ts';
import { usePolicies } from './use-policies.ts';
import { useSettingsT } from './use-settings-t.ts';

export type DeadlineAnswer = Extract<
  ResultOf<typeof deadlinePreviewQuery>['deadlinePreview'],
  { __typename: 'DeadlinePreview' }
>;

/** What is asked: texts of a form, '' for nothing. */
export interface DeadlineQuestion {
  kind: (typeof CLOCKS)[number];
  severity: 'URGENT' | 'IMPORTANT' | 'GENERAL';
  department: string;
  from: string;
  allowance: string;
  pausedFrom: string;
  pausedTo: string;
}

/** Asks when it would be due; problems by the field of the input that they are about. */
export function useDeadlinePreview() {
  const { workdays } = useCalendars();
  const { policies } = usePolicies('DEADLINE');
  /** What a day is worth in the time that such a clock runs in. */
  const day = (kind: DeadlineQuestion['kind'], severity: DeadlineQuestion['severity']) => {
    const value = policies?.find(({ key }) => key === kind)?.value;
    const part = severity.toLowerCase() as 'urgent' | 'important' | 'general';
    return workdays[value?.__typename === 'DeadlinePolicy' ? value.runsIn[part] : 'ALWAYS'];
  };
  const client = useClient();
  const s = useSettingsT();
  const [busy, setBusy] = useState(false);
  const [due, setDue] = useState<{
    answer: DeadlineAnswer;
    from: string;
    pause: { from: string; to: string } | null;
  } | null>(null);
  const [issues, setIssues] = useState<Partial<Record<string, string>>>({});
  return {
    busy,
    due,
    issues,
    forget() {
      setDue(null);
      setIssues({});
    },
    async ask({ kind, severity, department, from, allowance, pausedFrom, pausedTo }: DeadlineQuestion) {
      setDue(null);
      const start = instantOf(from);
      const minutes = allowance.trim() === '' ? null : parseDuration(allowance, day(kind, severity));
      const unread = allowance.trim() !== '' && minutes === null;
      setIssues({
        ...(start === null && { from: s('settings.try.moment') }),
        ...(unread && { minutes: s('settings.duration.unreadable') }),
      });
      if (start === null || unread) return;
      const [holdFrom, holdTo] = [instantOf(pausedFrom), instantOf(pausedTo)];
      const input = {
        ...{ kind, severity, from: start, minutes, departmentCode: department || null },
        ...{ pausedFrom: holdFrom, pausedTo: holdTo },
      };
      setBusy(true);
      const { data } = await client
        .query(deadlinePreviewQuery, { input }, { requestPolicy: 'network-only' })
        .toPromise();
      setBusy(false);
      const answer = data?.deadlinePreview;
      if (answer === undefined) return setIssues({ '': s('settings.previewFailed') });
      if (answer.__typename !== 'DeadlinePreview') {
        return setIssues(Object.fromEntries(answer.issues.map(({ path, message }) => [path[0] ?? '', message])));
      }
      const pause = holdFrom === null || holdTo === null ? null : { from: holdFrom, to: holdTo };
      setDue({ answer, from: start, pause });
    },
  };
}
