import { Tabs } from '@mantine/core';
import { useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { CollaborationSection } from './collaboration-section.tsx';
import { ComplaintActions } from './complaint-actions.tsx';
import type { ComplaintView } from './complaint-documents.ts';
import classes from './complaint-drawer.module.css';
import { ContestSection } from './contest-section.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { EscalationSection } from './escalation-section.tsx';
import { FilesSection } from './files/files-section.tsx';
import { InvestigationSection } from './investigation-section.tsx';
import { GroupSection } from './group-section.tsx';
import { HoldSection } from './hold-section.tsx';
import { MergeSection } from './merge-section.tsx';
import { NextDeadline } from './next-deadline.tsx';
import { DemandSection } from './demand-section.tsx';
import { OtherCases } from './other-cases.tsx';
import { OverviewSection } from './overview-section.tsx';
import { RegulatorSection } from './regulator-section.tsx';
import { RepliesSection } from './replies-section.tsx';
import { SpecialBands } from './special-bands.tsx';
import { StageStepper } from './stage-stepper.tsx';
import { SurveySection } from './survey-section.tsx';
import { ResolutionSection } from './resolution-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

/** Below the head: where it stands, what to do, and everything about it in four parts. */
export function ComplaintBody({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const together = complaint.handoffs.nodes.length + complaint.duties.nodes.length;
  return (
    <>
      <div className={classes.summary}>
        <StageStepper complaint={complaint} />
        <dl className={classes.now}>
          <div>
            <dt>{t('complaint.department')}</dt>
            <dd>
              {complaint.department === null ? t('unit.unrouted') : <DepartmentDot department={complaint.department} />}
            </dd>
          </div>
          <div>
            <dt>{t('complaint.assignee')}</dt>
            <dd>{complaint.assignee?.name ?? t('unit.unassigned')}</dd>
          </div>
          {complaint.nextDeadline !== null && (
            <div>
              <dt>{t('complaint.nextDeadline')}</dt>
              <dd>
                <NextDeadline deadline={complaint.nextDeadline} className={classes.due} />
              </dd>
            </div>
          )}
        </dl>
        <ContestSection complaint={complaint} />
        <EscalationSection complaint={complaint} />
        <HoldSection hold={complaint.hold} />
        <SpecialBands complaintId={complaint.id} />
        <ComplaintActions complaint={complaint} />
      </div>
      <Tabs defaultValue="overview" className={classes.tabs} keepMounted={false}>
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="overview">{t('complaint.tab.overview')}</Tabs.Tab>
          <Tabs.Tab value="collaboration">
            {t('complaint.tab.collaboration')}
            {together > 0 && <span className={classes.count}>{together}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="investigation">{t('investigation.tab')}</Tabs.Tab>
          <Tabs.Tab value="contacts">
            {t('complaint.tab.contacts')}
            {complaint.contacts.nodes.length > 0 && (
              <span className={classes.count}>{complaint.contacts.nodes.length}</span>
            )}
          </Tabs.Tab>
          <Tabs.Tab value="files">
            {t('complaint.tab.files')}
            {complaint.attachmentCount > 0 && <span className={classes.count}>{complaint.attachmentCount}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="timeline">{t('complaint.tab.timeline')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel}>
          <OverviewSection complaint={complaint} />
          <SurveySection complaint={complaint} />
          <ResolutionSection complaint={complaint} />
          <RegulatorSection complaint={complaint} />
          <RepliesSection complaint={complaint} />
          <GroupSection complaintId={complaint.id} />
          <MergeSection complaintId={complaint.id} />
          <DemandSection complaint={complaint} />
          <OtherCases complaintId={complaint.id} />
        </Tabs.Panel>
        <Tabs.Panel value="collaboration" className={classes.panel}>
          <CollaborationSection complaint={complaint} />
        </Tabs.Panel>
        <Tabs.Panel value="investigation" className={classes.panel}>
          <InvestigationSection complaint={complaint} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts" className={classes.panel}>
          <ContactsSection complaint={complaint} />
        </Tabs.Panel>
        <Tabs.Panel value="files" className={classes.panel}>
          <FilesSection complaint={complaint} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline" className={classes.panel}>
          <TimelineSection number={complaint.number} revision={complaint.revision} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
