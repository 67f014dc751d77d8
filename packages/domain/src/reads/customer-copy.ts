/** All that is held about a customer, for themselves (docs/SPEC.md, PD14). Callers have made sure of who asks. */
import type { Database } from '@redress/prisma/client';
import { CUSTOMER_OWN } from '../rules/personal-columns.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';
import { loadWords } from './complaint-words.ts';

export interface CustomerCopy {
  customer: Record<(typeof CUSTOMER_OWN)[number], string | null>;
  complaints: {
    number: string;
    kind: string;
    channel: string;
    stage: string;
    receivedAt: Date;
    closedAt: Date | null;
    words: { table: TableOfWords; column: string; text: string }[];
    files: { name: string | null; mediaType: string; bytes: number; at: Date }[];
  }[];
}

/** What colleagues wrote to one another about fault, disputes and approvals is about them. */
const COLLEAGUES_OWN: readonly string[] = [
  'investigation.responsibleNote',
  'approval.reason',
  'ruling.reason',
  'ruling.appealReason',
  'ruling.decisionReason',
  'final_answer.reason',
  'meeting_step.text',
  'meeting_step.note',
  'meeting_topic.text',
  'meeting_topic.note',
];

/** Null for a customer who was erased. */
export async function loadCustomerCopy(db: Database, customerId: string): Promise<CustomerCopy | null> {
  const customer = await db.prisma.customer.findUniqueOrThrow({ where: { id: customerId } });
  if (customer.erasedAt !== null) return null;
  const complaints = await db.prisma.complaint.findMany({
    where: { customerId },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  const ids = complaints.map(({ id }) => id);
  const words = (await loadWords(db, ids)).filter(
    ({ table, column }) => table !== 'attachment' && !COLLEAGUES_OWN.includes(`${table}.${column}`),
  );
  const files = await db.prisma.attachment.findMany({
    where: { complaintId: { in: ids }, state: 'READY' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const own = Object.fromEntries(CUSTOMER_OWN.map((column) => [column, customer[column]]));
  return {
    customer: own as CustomerCopy['customer'],
    complaints: complaints.map(({ id, number, kind, channel, stage, receivedAt, closedAt }) => ({
      number,
      kind,
      channel,
      stage,
      receivedAt,
      closedAt,
      words: words
        .filter(({ complaintId }) => complaintId === id)
        .map(({ table, column, text }) => ({ table, column, text })),
      files: files
        .filter(({ complaintId }) => complaintId === id)
        .map(({ name, mediaType, bytes, at }) => ({ name, mediaType, bytes, at })),
    })),
  };
}
