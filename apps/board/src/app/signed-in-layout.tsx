import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { PageLoader } from '../ui/page-loader.tsx';
import { AppHeader } from './app-header.tsx';
import { GlobalKeys } from './global-keys.tsx';
import { stringifySearch } from './board-search.ts';
import classes from './signed-in-layout.module.css';
import { lazyLater } from './later.ts';
import { OwnLanguage } from './own-language.ts';
import { adoptStages } from './stages.ts';
import { ServerUnreachable } from './server-unreachable.tsx';
import { onRolesChanged, onSessionEnded, startAfresh } from './session.ts';
import { ViewerProvider, viewerQuery } from './viewer.tsx';

const UndoBar = lazyLater(async () => (await import('../features/undo/undo-bar.tsx')).UndoBar);

/** Everything behind the sign-in: asks who is calling, and leads whoever it is not to the sign-in page and back. */
export function SignedInLayout() {
  const [{ data, error, fetching }, ask] = useQuery({ query: viewerQuery, requestPolicy: 'network-only' });
  // A question that failed says nothing of who is signed in, and takes nothing off the screen.
  const viewer = useLatest(error === undefined ? data?.viewer : undefined);
  const signedIn = viewer?.__typename === 'MemberViewer';
  useSignInWhen(viewer !== undefined && !signedIn, signedIn);
  // Whoever says that the session has ended may be wrong (a socket can be refused for other reasons): ask.
  useEffect(() => onSessionEnded(() => ask({ requestPolicy: 'network-only' })), [ask]);
  useEffect(() => onRolesChanged(() => ask({ requestPolicy: 'network-only' })), [ask]);

  if (viewer?.__typename === 'MemberViewer') {
    adoptStages(viewer.stages);
    return (
      // Another person begins with nothing of the one before.
      <ViewerProvider key={viewer.member.id} viewer={viewer}>
        <div className={classes.root}>
          <AppHeader />
          <main className={classes.main}>
            <Suspense fallback={<PageLoader />}>
              <Outlet />
            </Suspense>
            <Suspense fallback={null}>
              <UndoBar />
            </Suspense>
          </main>
          <GlobalKeys />
          <OwnLanguage />
        </div>
      </ViewerProvider>
    );
  }
  if (error !== undefined && !fetching) {
    return <ServerUnreachable onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  return <PageLoader />;
}

/** The last value that was there. */
function useLatest<Value>(value: Value | undefined): Value | undefined {
  const [latest, setLatest] = useState(value);
  if (value !== undefined && value !== latest) setLatest(value);
  return value ?? latest;
}

/**
 * Leads to the sign-in page, remembering the way back, when nobody is signed in. When somebody was until now, with a
 * fresh start: what they had on screen must not stay in memory. They are told there why they are asked again.
 */
function useSignInWhen(signedOut: boolean, signedIn: boolean): void {
  const router = useRouter();
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (signedIn) wasSignedIn.current = true;
    if (!signedOut) return;
    // Read when leaving, not when rendering: while the sign-in page loads, this layout still stands at its address.
    const { pathname, href } = router.latestLocation;
    if (pathname === '/sign-in') return;
    const search = href === '/' ? {} : { next: href };
    if (wasSignedIn.current) startAfresh(`/sign-in${stringifySearch({ ...search, ended: 'yes' })}`);
    else void router.navigate({ to: '/sign-in', search, replace: true });
  }, [signedOut, signedIn, router]);
}
