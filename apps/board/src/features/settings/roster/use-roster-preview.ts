import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { rosterPreviewQuery } from './roster-documents.ts';
import type { RosterPreview } from './roster-documents.ts';
import type { RosterInput } from './roster-form.ts';

const ASK_AFTER = 400;

export interface PreviewedWeek {
  /** Null until it is known, and while the draft is one that can't be. */
  preview: RosterPreview | null;
  asking: boolean;
}

/** Who would be on duty by a draft between two instants; asked once typing rests. */
export function useRosterPreview(roster: RosterInput, from: number, to: number): PreviewedWeek {
  const input = { roster, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const [text] = useDebouncedValue(JSON.stringify(input), ASK_AFTER);
  const variables = { input: JSON.parse(text) as typeof input };
  const [{ data, fetching }] = useQuery({ query: rosterPreviewQuery, variables, requestPolicy: 'network-only' });
  const preview = data?.rosterPreview.__typename === 'RosterPreview' ? data.rosterPreview : null;
  return { preview, asking: fetching };
}
