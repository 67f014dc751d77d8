import { Select } from '@mantine/core';
import { useQuery } from 'urql';
import { useT } from '../../../i18n/use-t.ts';
import { repliesQuery } from '../replies-documents.ts';

export interface ReplyChoiceProps {
  complaintId: string;
  value: string;
  /** The wording's id and its text; empty when none is chosen. */
  onPick: (id: string, text: string) => void;
  error?: string | undefined;
}

/** The approved wording that something keeps to which goes out to the customer; nothing while replies are not held. */
export default function ReplyChoice({ complaintId, value, onPick, error }: ReplyChoiceProps) {
  const t = useT();
  const [{ data }] = useQuery({
    query: repliesQuery,
    variables: { id: complaintId },
    requestPolicy: 'cache-and-network',
  });
  const known = data?.complaint ?? null;
  if (known === null || known.repliesHeldAt === null) return null;
  const approved = known.replies.nodes.filter(({ state }) => state === 'APPROVED');
  return (
    <Select
      label={t('replies.choose')}
      description={t(approved.length === 0 ? 'replies.noneApproved' : 'replies.chooseHint')}
      required
      data={approved.map(({ id, text }) => ({ value: id, label: text ?? t('timeline.erased') }))}
      value={value === '' ? null : value}
      onChange={(id) => onPick(id ?? '', approved.find((reply) => reply.id === id)?.text ?? '')}
      error={error}
    />
  );
}
