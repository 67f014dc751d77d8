import { Tabs } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import { inBothLanguages, useCommands } from '../palette/commands.ts';
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
import { SECTION_ACTS, sectionActs } from './section-acts.ts';
import type { SectionActName } from './section-acts.ts';
import { SpecialBands } from './special-bands.tsx';
import { StageStepper } from './stage-stepper.tsx';
import { SurveySection } from './survey-section.tsx';
import { ResolutionSection } from './resolution-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { AskedAct } from './use-asked-act.ts';

/** The parts of a complaint, and what is done in each: words under which the palette finds it. */
const TABS = [
  {
    name: 'overview',
    words: 'complaint.tab.overview',
    also: 'resolution survey group merge regulator 方案 回访 群诉 并案 监管',
  },
  { name: 'collaboration', words: 'complaint.tab.collaboration', also: 'duty handoff 协办 转办' },
  {
    name: 'investigation',
    words: 'investigation.tab',
    also: 'validity root cause visit report 定责 原因 上门 报告 会商',
  },
  { name: 'contacts', words: 'complaint.tab.contacts', also: 'promise reply message 承诺 联系 答复' },
  { name: 'files', words: 'complaint.tab.files', also: 'upload attachment 上传 附件' },
  { name: 'timeline', words: 'complaint.tab.timeline', also: 'history log 历史 记录' },
] as const;

/** What was chosen stands below what is chosen by: where that is low on the screen it goes up, under the head that stays. */
function bringUp(tabs: HTMLElement | null): void {
  if (tabs === null || tabs.getBoundingClientRect().top < innerHeight / 2) return;
  const head = tabs.parentElement?.querySelector<HTMLElement>(`.${classes.head}`)?.offsetHeight ?? 0;
  tabs.style.scrollMarginTop = `${head}px`;
  // What the part shows may come later: until then the page would be too short to go up.
  tabs.style.minHeight = `calc(100dvh - ${head}px)`;
  tabs.scrollIntoView({ block: 'start' });
}

/** Below the head: where it stands, what to do, and everything about it in four parts. */
export function ComplaintBody({ complaint }: { complaint: ComplaintView }) {
  const t = useT();
  const [tab, setTab] = useState<string | null>('overview');
  const tabs = useRef<HTMLDivElement>(null);
  const choose = (name: string | null) => {
    setTab(name);
    bringUp(tabs.current);
  };
  useCommands(() =>
    TABS.map(({ name, words, also }) => ({
      id: `tab.${name}`,
      label: t('palette.on', { what: t(words), number: complaint.number }),
      also: `${name} ${also} ${inBothLanguages(words)}`,
      key: null,
      run() {
        choose(name);
        tabs.current?.querySelector<HTMLElement>(`[role="tab"][id$="-${name}"]`)?.focus();
      },
      isDeep: true,
    })),
  );
  const [act, setAct] = useState<SectionActName | null>(null);
  const asked = useMemo(() => ({ act, begun: () => setAct(null) }), [act]);
  useCommands(() =>
    sectionActs(complaint).map((name) => ({
      id: `section.${name}`,
      label: t('palette.form', { what: t(SECTION_ACTS[name].words), number: complaint.number }),
      also: `${name} ${inBothLanguages(SECTION_ACTS[name].words)}`,
      key: null,
      run() {
        setTab(SECTION_ACTS[name].tab);
        setAct(name);
      },
      isDeep: true,
    })),
  );
  const together = complaint.handoffs.nodes.length + complaint.duties.nodes.length;
  return (
    <AskedAct value={asked}>
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
      <Tabs ref={tabs} value={tab} onChange={choose} className={classes.tabs} keepMounted={false}>
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
    </AskedAct>
  );
}
