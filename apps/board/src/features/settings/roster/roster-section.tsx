import { PolicyEditor } from '../policy-editor.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import classes from '../settings-page.module.css';
import { useCalendars } from '../use-calendars.ts';
import { unwritten, usePolicies } from '../use-policies.ts';

/** The coordination group's duty roster; a company begins without one. */
export function RosterSection(_props: SectionProps) {
  const { policies, failed, again } = usePolicies('ROSTER');
  const { calendars } = useCalendars();
  // The company's own time zone is what a new roster begins with.
  if (policies === null || calendars.length === 0) return <SectionWait failed={failed} again={again} />;
  const timeZone = calendars.find(({ code }) => code === 'STANDARD')?.timeZone ?? 'Asia/Shanghai';
  const roster =
    policies[0] ??
    unwritten('ROSTER', 'COORDINATION', { __typename: 'RosterPolicy', timeZone, shifts: [], exceptions: [] });
  return (
    <div className={classes.columns}>
      <PolicyEditor key={roster.id} policy={roster} onSaved={again} />
    </div>
  );
}
