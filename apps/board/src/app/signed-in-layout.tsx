import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useQuery } from 'urql';
import { setLocale, storedLocale } from '../i18n/locale.ts';
import { PageLoader } from '../ui/page-loader.tsx';
import { AppHeader } from './app-header.tsx';
import classes from './signed-in-layout.module.css';
import { ServerUnreachable } from './server-unreachable.tsx';
import { onSessionEnded } from './session.ts';
import { ViewerProvider, viewerQuery } from './viewer.tsx';

/** Everything behind the sign-in: asks who is calling, and leads whoever it is not to the sign-in page and back. */
export function SignedInLayout() {
  const [{ data, error, fetching }, ask] = useQuery({ query: viewerQuery, requestPolicy: 'network-only' });
  const viewer = data?.viewer;
  const signedOut = data !== undefined && viewer?.__typename !== 'MemberViewer';
  useSignInWhen(signedOut);

  useEffect(() => {
    // The server knows the language a member works in; a choice made in this browser goes before it, and a visitor of
    // the demo is not the member whose account they try.
    if (viewer?.__typename !== 'MemberViewer' || viewer.demo || storedLocale() !== null) return;
    setLocale(viewer.locale.startsWith('zh') ? 'zh-CN' : 'en');
  }, [viewer]);

  if (viewer?.__typename === 'MemberViewer') {
    return (
      <ViewerProvider viewer={viewer}>
        <div className={classes.root}>
          <AppHeader />
          <main className={classes.main}>
            <Suspense fallback={<PageLoader />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </ViewerProvider>
    );
  }
  if (error !== undefined && !fetching) {
    return <ServerUnreachable onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  return <PageLoader />;
}

/** Leads to the sign-in page, remembering the way back, when the viewer is unknown or the session ends later. */
function useSignInWhen(signedOut: boolean): void {
  const router = useRouter();
  useEffect(() => {
    const leave = () => {
      // Read when leaving, not when rendering: while the sign-in page loads, this layout still stands at its address.
      const { pathname, href } = router.latestLocation;
      if (pathname === '/sign-in') return;
      void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
    };
    if (signedOut) leave();
    return onSessionEnded(leave);
  }, [signedOut, router]);
}
