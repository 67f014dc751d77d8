import type { ComponentType } from 'react';
import { DepartmentsSection } from './departments-section.tsx';
import type { PolicyKind } from './settings-documents.ts';

/** What every section is given: which entry of it is open, as the address says. */
export interface SectionProps {
  selected: string | null;
  onSelect: (key: string) => void;
}

/** Sections that are no list of policies of a kind. */
const OWN = { DEPARTMENTS: DepartmentsSection } as const satisfies Record<string, ComponentType<SectionProps>>;
type OwnSection = keyof typeof OWN;

/** The sections of the settings, in the order in which they stand. */
export const SECTIONS = ['DEADLINE', 'LIMITS', 'CRITERIA', 'STAGE_NAME', 'CALENDAR', 'DESKS'] as const satisfies (
  | PolicyKind
  | OwnSection
)[];
export type Section = (typeof SECTIONS)[number];

/** The screen of a section; null for one that lists the policies of the kind it is named after. */
export function screenOf(section: Section): ComponentType<SectionProps> | null {
  return (OWN as Partial<Record<Section, ComponentType<SectionProps>>>)[section] ?? null;
}
