import { Suspense } from 'react';
import { lazyPart } from '../../../app/parts.ts';
import type { ReplyChoiceProps } from './reply-choice.tsx';

// The form that records contacts stands in cards, too, where hardly ever anything is held.
const ReplyChoice = lazyPart(async () => (await import('./reply-choice.tsx')).default);

/** The approved wording that something keeps to, where replies are held; nothing elsewhere. */
export function ReplyWording(props: ReplyChoiceProps) {
  return (
    <Suspense fallback={null}>
      <ReplyChoice {...props} />
    </Suspense>
  );
}
