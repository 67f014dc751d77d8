import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { parseSearch, stringifySearch, validateBoardSearch } from './board-search.ts';
import type { BoardSearch } from './board-search.ts';
import { ErrorPage, OverlayErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { partOf } from './parts.ts';
import { PartsNotice } from './parts-notice.tsx';
import { SignedInLayout } from './signed-in-layout.tsx';

const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <PartsNotice />
    </>
  ),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  /** `next`: where the person was going when they were asked to sign in; `ended`: their session ended under their hands. */
  validateSearch: (search: Record<string, unknown>): { next?: string; ended?: 'yes' } => ({
    ...(typeof search['next'] === 'string' && { next: search['next'] }),
    ...(search['ended'] === 'yes' && { ended: 'yes' }),
  }),
  component: lazyRouteComponent(() => partOf(() => import('../features/sign-in/sign-in-page.tsx')), 'SignInPage'),
});

const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SignedInLayout });

/** The board stays mounted while a complaint or the register form lies over it. */
const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'board',
  validateSearch: validateBoardSearch,
  component: lazyRouteComponent(() => partOf(() => import('./board-layout.tsx')), 'BoardLayout'),
});

const indexRoute = createRoute({ getParentRoute: () => boardRoute, path: '/' });

const complaintRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/complaints/$number',
  component: lazyRouteComponent(
    () => partOf(() => import('../features/complaint/complaint-route.tsx')),
    'ComplaintRoute',
  ),
  errorComponent: OverlayErrorPage,
});

const printRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/complaints/$number/print',
  component: lazyRouteComponent(() => partOf(() => import('../features/print/print-route.tsx')), 'PrintRoute'),
});

const registerRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/register',
  component: lazyRouteComponent(() => partOf(() => import('../features/register/register-route.tsx')), 'RegisterRoute'),
  errorComponent: OverlayErrorPage,
});

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  component: lazyRouteComponent(() => partOf(() => import('../features/audit/audit-page.tsx')), 'AuditPage'),
});

const figuresRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/figures/$of',
  /** `period`: how far back it looks. */
  validateSearch: (search: Record<string, unknown>): { period?: string } & BoardSearch => ({
    ...validateBoardSearch(search),
    ...(typeof search['period'] === 'string' && { period: search['period'] }),
  }),
  component: lazyRouteComponent(() => partOf(() => import('../features/figures/figures-route.tsx')), 'FiguresRoute'),
});

const meetingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/meetings',
  component: lazyRouteComponent(() => partOf(() => import('../features/meeting/meetings-route.tsx')), 'MeetingsRoute'),
});

const seriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/meetings/series/$id',
  component: lazyRouteComponent(() => partOf(() => import('../features/meeting/series-route.tsx')), 'SeriesRoute'),
});

const meetingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => partOf(() => import('../features/meeting/meeting-route.tsx')), 'MeetingRoute'),
});

const minutesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/meetings/$id/minutes',
  component: lazyRouteComponent(() => partOf(() => import('../features/meeting/minutes-route.tsx')), 'MinutesRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => partOf(() => import('../features/settings/settings-page.tsx')), 'SettingsPage'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings/notifications',
  component: lazyRouteComponent(
    () => partOf(() => import('../features/notifications/notifications-page.tsx')),
    'NotificationsPage',
  ),
});

const deskRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/desk',
  component: lazyRouteComponent(() => partOf(() => import('../features/desk/desk-route.tsx')), 'DeskRoute'),
  errorComponent: OverlayErrorPage,
});

/** A complaint that was opened from the desk, which stays beneath it. */
const deskComplaintRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/complaints/$number',
  component: lazyRouteComponent(
    () => partOf(() => import('../features/complaint/complaint-route.tsx')),
    'ComplaintRoute',
  ),
  errorComponent: OverlayErrorPage,
});

/** The link to a saved view. */
const savedViewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/views/$id',
  component: lazyRouteComponent(
    () => partOf(() => import('../features/saved-views/saved-view-route.tsx')),
    'SavedViewRoute',
  ),
});

/** The desk's name of old. */
const inboxRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/desk', search: true });
  },
});

/** `/handoffs` is short for the board looked at by its handoffs, under whatever filter is given with it. */
function shortWay<View extends string>(view: View) {
  return createRoute({
    getParentRoute: () => boardRoute,
    path: `/${view}`,
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/', search: { ...search, view } });
    },
  });
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    signedInRoute.addChildren([
      boardRoute.addChildren([
        indexRoute,
        complaintRoute,
        registerRoute,
        inboxRoute,
        shortWay('handoffs'),
        shortWay('deadlines'),
        deskRoute.addChildren([deskComplaintRoute]),
        shortWay('table'),
        shortWay('wall'),
      ]),
      auditRoute,
      figuresRoute,
      meetingsRoute,
      seriesRoute,
      meetingRoute,
      minutesRoute,
      printRoute,
      savedViewRoute,
      settingsRoute,
      notificationsRoute,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: () => <NotFoundPage />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
