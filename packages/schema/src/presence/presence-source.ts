/** Presence as the live layer hands it to the contract; ids are rows' ids. */

export const PRESENCE_ACTIVITIES = ['VIEWING', 'MOVING', 'EDITING', 'AWAY'] as const;
export type PresenceActivity = (typeof PRESENCE_ACTIVITIES)[number];

export interface PresenceEntry {
  memberId: string;
  /** Null: on the board, at no complaint in particular, or at one that the receiver may not see. */
  complaintId: string | null;
  activity: PresenceActivity;
}

/** What one window of a member says of itself. */
export interface WindowPresence extends Omit<PresenceEntry, 'memberId'> {
  /** What the window calls itself; empty where a client knows of one window alone. */
  window: string;
}

/** Everybody who is here. */
export interface PresencePicture {
  members: PresenceEntry[];
}
