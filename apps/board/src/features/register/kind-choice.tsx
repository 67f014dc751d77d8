import { SegmentedControl, Text } from '@mantine/core';
import { COMPLAINT_KINDS } from '@redress/domain/rules/vocabulary';
import { useId } from 'react';
import { useT } from '../../i18n/use-t.ts';

/** What it is: only complaints are investigated and settled, the others are answered. */
export function KindChoice({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const t = useT();
  const label = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={label}>
        {t('complaint.kind')}
      </Text>
      <SegmentedControl
        aria-labelledby={label}
        fullWidth
        size="xs"
        value={value}
        onChange={onChange}
        data={COMPLAINT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </div>
  );
}
