import { Suspense, lazy } from 'react';
import type { ReplyChoiceProps } from './reply-choice.tsx';

// The form that records contacts stands in cards, too, where hardly ever anything is held.
const ReplyChoice = lazy(() => import('./reply-choice.tsx'));

/** The approved wording that something keeps to, where replies are held; nothing elsewhere. */
export function ReplyWording(props: ReplyChoiceProps) {
  return (
    <Suspense fallback={null}>
      <ReplyChoice {...props} />
    </Suspense>
  );
}
