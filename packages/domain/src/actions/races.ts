/** Losing a race: somebody else was faster, and what they did has to be read before deciding again. */

/** After so many lost races something is wrong; fifty claims of one card need two. */
export const ATTEMPTS = 64;

/** Constraints whose violation means that somebody else was faster: the next attempt sees what they did. */
const RACES: readonly string[] = [
  'complaint_stage_position_key',
  'wip_entry_cell_n_key',
  'complaint_externalSource_externalId_key',
  'complaint_access_open',
  'handoff_one_pending',
  'event_one_breach',
  'event_one_warning',
  'event_one_level',
  'hold_one_open',
  'escalation_one_per_deadline',
  'customer_erasure_key',
  'meeting_series_revision',
  'meeting_topic_revision',
  'deadline_complaintId_round_kind_subjectId_generation_key',
];

/** Whether a violation of the constraint means that trying again helps. */
export function isRace(constraint: string): boolean {
  return RACES.includes(constraint);
}
