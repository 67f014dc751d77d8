/** All that is held about a customer, for themselves (docs/SPEC.md, PD13). Callers have made sure of who asks. */
import type { Database } from '@redress/prisma/client';
import { CUSTOMER_OWN } from '../rules/personal-columns.ts';
import { loadWords } from './complaint-words.ts';

export interface CustomerCopy {
  customer: Record<string, string | null>;
  complaints: {
    number: string;
    kind: string;
    channel: string;
    stage: string;
    receivedAt: Date;
    closedAt: Date | null;
    words: { where: string; text: string }[];
    files: { name: string | null; mediaType: string; bytes: number; at: Date }[];
  }[];
}

/** What colleagues wrote to one another about fault and approval is theirs; everything else is about the customer. */
const COLLEAGUES_OWN: readonly string[] = ['investigation.responsibleNote', 'approval.reason', 'ruling.reason'];

export async function loadCustomerCopy(db: Database, customerId: string): Promise<CustomerCopy> {
  const row = (await db.prisma.customer.findUniqueOrThrow({ where: { id: customerId } })) as Record<string, unknown>;
  const complaints = await db.prisma.complaint.findMany({ where: { customerId }, orderBy: { receivedAt: 'asc' } });
  const ids = complaints.map(({ id }) => id);
  const words = await loadWords(db, ids);
  const files = await db.prisma.attachment.findMany({
    where: { complaintId: { in: ids }, state: 'READY' },
    orderBy: { at: 'asc' },
  });
  return {
    customer: Object.fromEntries(CUSTOMER_OWN.map((column) => [column, row[column] as string | null])),
    complaints: complaints.map(({ id, number, kind, channel, stage, receivedAt, closedAt }) => ({
      number,
      kind,
      channel,
      stage,
      receivedAt,
      closedAt,
      words: words
        .filter(({ complaintId, table, column }) => complaintId === id && !COLLEAGUES_OWN.includes(`${table}.${column}`))
        .map(({ table, column, text }) => ({ where: `${table}.${column}`, text })),
      files: files
        .filter(({ complaintId }) => complaintId === id)
        .map(({ name, mediaType, bytes, at }) => ({ name, mediaType, bytes, at })),
    })),
  };
}
