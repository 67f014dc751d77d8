/** What every section is given: which entry of it is open, as the address says. */
export interface SectionProps {
  selected: string | null;
  onSelect: (key: string) => void;
}
