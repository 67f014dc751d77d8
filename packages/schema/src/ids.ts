/**
 * Global ids: a prefix that names the type, and the row's UUID: `cmp_018f4c1e…`. Clients take them as they are; the
 * prefix lets people who read logs, and `node(id:)`, know what they have before them.
 */

const PREFIXES = {
  Attachment: 'att',
  Approval: 'apr',
  AuditEntry: 'aud',
  Complaint: 'cmp',
  ComplaintExport: 'exp',
  Consultation: 'cns',
  Contact: 'cnt',
  Customer: 'cus',
  Deadline: 'ddl',
  DemandMark: 'dmk',
  Delivery: 'dlv',
  Department: 'dpt',
  Duty: 'dut',
  Erasure: 'ers',
  Escalation: 'esc',
  FinalAnswer: 'fin',
  Handoff: 'hdf',
  Hold: 'hld',
  Integration: 'int',
  Investigation: 'inv',
  Meeting: 'mtg',
  MeetingDecision: 'mtd',
  MeetingItem: 'mti',
  MeetingSeries: 'mts',
  MeetingTopic: 'mtt',
  Member: 'mbr',
  Notification: 'ntf',
  NotificationChannel: 'nch',
  Policy: 'pol',
  PromiseToCustomer: 'prm',
  RegulatorAnswer: 'rga',
  Reply: 'rpl',
  Resolution: 'res',
  RoutingRule: 'rul',
  Ruling: 'rlg',
  SavedView: 'svw',
  Visit: 'vis',
  Survey: 'svy',
  CustomerMessage: 'cms',
} as const;

/** Types that `node(id:)` answers for. */
export type NodeType = keyof typeof PREFIXES;

const TYPES = new Map(Object.entries(PREFIXES).map(([type, prefix]) => [prefix as string, type as NodeType]));
const SHAPE = /^([a-z]{3})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The global id of a row. */
export function encodeId(type: NodeType, uuid: string): string {
  return `${PREFIXES[type]}_${uuid.replaceAll('-', '')}`;
}

/** What a global id names; null when it is none. */
export function decodeId(id: string): { type: NodeType; uuid: string } | null {
  const match = SHAPE.exec(id);
  const type = match === null ? undefined : TYPES.get(match[1]!);
  return match === null || type === undefined ? null : { type, uuid: match.slice(2).join('-') };
}

/** The row's UUID in a global id of this type; null when it is an id of something else, or none. */
export function decodeIdOf(type: NodeType, id: string): string | null {
  const decoded = decodeId(id);
  return decoded?.type === type ? decoded.uuid : null;
}
