import { NumberInput, Textarea } from '@mantine/core';
import { useT } from '../../../i18n/use-t.ts';

/** The agreed line and the standard, where a group is opened and where they are set anew. */
export function GroupLineFields({
  line,
  standard,
  onLine,
  onStandard,
  problems,
}: {
  line: string;
  standard: string;
  onLine: (line: string) => void;
  onStandard: (standard: string) => void;
  problems: Record<string, string>;
}) {
  const t = useT();
  return (
    <>
      <Textarea
        label={t('group.line')}
        placeholder={t('group.lineHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={line}
        onChange={(event) => onLine(event.currentTarget.value)}
        error={problems['line']}
      />
      <NumberInput
        label={t('group.standardLabel')}
        min={0}
        decimalScale={2}
        hideControls
        value={standard}
        onChange={(value) => onStandard(String(value))}
        error={problems['standardMinor']}
      />
    </>
  );
}
