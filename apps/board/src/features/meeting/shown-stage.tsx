import { departmentName } from '../../ui/department-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/now.ts';
import { openDay, span } from '../../ui/time.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { HoldSection } from '../complaint/hold-section.tsx';
import { DutyLine } from './follow-ups.tsx';
import type { MeetingItemView, ShownComplaintView, ShownInFocusView } from './meeting-documents.ts';
import classes from './meeting.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { StageHead, StandsNow } from './stage-head.tsx';
import { Words } from './words.tsx';

/** A complaint that is out of the viewer's sight, as the meeting shows it: in focus at length, else what it is. */
export function ShownStage({
  item,
  shown,
  focus,
}: {
  item: MeetingItemView;
  shown: ShownComplaintView;
  /** Null: it is not what the meeting looks at. */
  focus: ShownInFocusView | null;
}) {
  const t = useMeetingT();
  const now = useNow('minute');
  const { stage, department } = shown;
  return (
    <>
      <StageHead
        item={item}
        complaint={shown}
        facts={[
          focus !== null && t(`channel.${focus.channel}`),
          t(`stage.${stage}`),
          focus !== null && stage !== 'CLOSED' && t('time.openDays', { d: openDay(focus.receivedAt, now) }),
        ]}
      />
      <StandsNow department={department} known={focus} />
      {focus !== null && <InFocus complaint={focus} />}
      <Notice kind="info">{t(focus === null ? 'meeting.shownLine' : 'meeting.shownText')}</Notice>
    </>
  );
}

function InFocus({ complaint }: { complaint: ShownInFocusView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const now = useNow('minute');
  const { demand, description, category, pendingHandoff, declinedBy, hold, duties, stage, stageSince } = complaint;
  const where = t(`stage.${stage}`);
  return (
    <>
      <p className={classes.dim}>
        {[
          t('complaint.inStage', { stage: where, span: span(now - Date.parse(stageSince), t) }),
          category && (locale === 'en' ? category.nameEn : category.nameZh),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {declinedBy.length > 0 && (
        <p className={classes.asked}>
          {t('meeting.declinedBy', {
            names: declinedBy.map((one) => departmentName(one, locale)).join(t('common.comma')),
          })}
        </p>
      )}
      {pendingHandoff !== null && (
        <div>
          <p className={classes.asked}>
            {t('meeting.handoffTo', {
              from: departmentName(pendingHandoff.from, locale),
              to: departmentName(pendingHandoff.to, locale),
            })}
          </p>
          {pendingHandoff.reason !== null && <Words>{pendingHandoff.reason}</Words>}
        </div>
      )}
      <HoldSection hold={hold} />
      {duties.length > 0 && (
        <div>
          <h3 className={classes.heading}>{t('meeting.duties')}</h3>
          <ul className={classes.followUps}>
            {duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} />
            ))}
          </ul>
        </div>
      )}
      {demand !== null && (
        <div>
          <h3 className={classes.heading}>{t('complaint.demand')}</h3>
          <Words>{demand}</Words>
        </div>
      )}
      <div>
        <h3 className={classes.heading}>{t('complaint.description')}</h3>
        <p className={classes.purpose}>{description}</p>
      </div>
    </>
  );
}
