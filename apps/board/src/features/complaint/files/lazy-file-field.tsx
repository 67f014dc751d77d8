import { Suspense } from 'react';
import type { ComponentProps } from 'react';
import { lazyPart } from '../../../app/parts.ts';
import { addMessages } from '../../../i18n/catalogue.ts';
import { attachmentMessages } from '../../../i18n/messages/attachment.ts';

// Forms name the field before it is here, and stand in more places than the drawer.
addMessages(attachmentMessages);

const FileField = lazyPart(async () => (await import('./file-field.tsx')).default);

/** The field for files; it comes with the first form that shows it, since most of them are sent without. */
export function LazyFileField(props: ComponentProps<typeof FileField>) {
  return (
    <Suspense fallback={null}>
      <FileField {...props} />
    </Suspense>
  );
}
