import { Button } from '@mantine/core';
import { addMessages } from '../i18n/catalogue.ts';
import { draftMessages } from '../i18n/messages/draft.ts';
import { useT } from '../i18n/use-t.ts';
import { Notice } from '../ui/notice.tsx';

addMessages(draftMessages);

/** A draft from before stands in the form; it can be thrown away. */
export function RestoredDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useT();
  const action = (
    <Button size="xs" variant="default" onClick={onDiscard}>
      {t('draft.clear')}
    </Button>
  );
  return (
    <Notice kind="info" action={action}>
      {t('draft.restored')}
    </Notice>
  );
}
