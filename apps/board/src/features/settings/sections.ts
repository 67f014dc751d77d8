import type { ComponentType } from 'react';
import { CalendarSection } from './calendar-section.tsx';
import { DeadlineTrySection } from './deadline-try-section.tsx';
import { DepartmentsSection } from './departments-section.tsx';
import { LadderSection } from './ladder/ladder-section.tsx';
import { RosterSection } from './roster/roster-section.tsx';
import { RootCauseSection } from './root-causes/root-cause-section.tsx';
import { PersonalSection } from './personal/personal-section.tsx';
import { SECTIONS } from './section-names.ts';
import type { Section } from './section-names.ts';
import type { SectionProps } from './section-props.ts';
import type { PolicyKind } from './settings-documents.ts';
import { StandardSection } from './payment/standard-section.tsx';
import { TemplateSection } from './templates/template-section.tsx';
import { WordsSection } from './templates/words-section.tsx';

/** Sections that are more than a list of the policies of a kind. */
const OWN = {
  CALENDAR: CalendarSection,
  DEPARTMENTS: DepartmentsSection,
  LADDER: LadderSection,
  ROSTER: RosterSection,
  ROOT_CAUSE: RootCauseSection,
  DUTY_TEMPLATE: TemplateSection,
  CONTACT_TEMPLATE: WordsSection,
  COMPENSATION: StandardSection,
  PERSONAL_DATA: PersonalSection,
  TRY: DeadlineTrySection,
} as const satisfies Record<string, ComponentType<SectionProps>>;
type OwnSection = keyof typeof OWN;

/** Every section is one of these, or lists the policies of the kind that it is named after. */
SECTIONS satisfies readonly (PolicyKind | OwnSection)[];

/** The screen of a section; null for one that lists the policies of the kind it is named after. */
export function screenOf(section: Section): ComponentType<SectionProps> | null {
  return (OWN as Partial<Record<Section, ComponentType<SectionProps>>>)[section] ?? null;
}
