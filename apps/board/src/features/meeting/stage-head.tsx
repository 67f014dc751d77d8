import type { ReactNode } from 'react';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { NextDeadline } from '../complaint/next-deadline.tsx';
import { Asked } from './asked.tsx';
import type { MeetingItemView, ShownComplaintView, ShownInFocusView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { Reasons } from './reasons.tsx';

/** What a complaint is and why it is on the agenda: the head of the stage, whoever looks at it. */
export function StageHead({
  item,
  complaint,
  facts,
}: {
  item: MeetingItemView;
  complaint: Pick<ShownComplaintView, 'severity' | 'number' | 'subject'>;
  /** What stands behind its number, besides the severity; false is nothing. */
  facts: readonly (string | false)[];
}) {
  const t = useMeetingT();
  const { severity, number, subject } = complaint;
  return (
    <>
      <p className={classes.stageLine}>
        <SeverityMark severity={severity} size={16} />
        <strong>{number}</strong>
        {[t(`severity.${severity}`), ...facts].filter(Boolean).join(' · ')}
      </p>
      <h2 className={classes.subject}>{subject}</h2>
      <Reasons item={item} />
      <Asked item={item} />
    </>
  );
}

/** Who has it, and by when what has to happen next. */
export function StandsNow({
  department,
  known,
}: {
  department: ShownComplaintView['department'];
  /** Null: to the viewer no more is told than the department. */
  known: Pick<ShownInFocusView, 'assignee' | 'nextDeadline'> | null;
}) {
  const t = useMeetingT();
  return (
    <dl className={classes.now}>
      <Fact term={t('complaint.department')}>
        {department === null ? t('unit.unrouted') : <DepartmentDot department={department} />}
      </Fact>
      {known !== null && <Fact term={t('complaint.assignee')}>{known.assignee?.name ?? t('unit.unassigned')}</Fact>}
      {known !== null && known.nextDeadline !== null && (
        <Fact term={t('complaint.nextDeadline')}>
          <NextDeadline deadline={known.nextDeadline} className={classes.due} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
