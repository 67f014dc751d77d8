import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useLocation, useMatch } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Logo } from '../ui/logo.tsx';
import { AccountMenu } from './account-menu.tsx';
import classes from './app-header.module.css';
import { lazyLater, pageShown } from './later.ts';
import { lazyPart } from './parts.ts';
import { useViewer } from './viewer.tsx';

/** Comes with the board's code, which knows the stream. */
const ConnectionBadge = lazyPart(async () => (await import('../features/board/connection-badge.tsx')).ConnectionBadge);

const ViewNav = lazyPart(async () => (await import('../features/views/view-nav.tsx')).ViewNav);
const PaletteButton = lazyLater(async () => (await import('../features/palette/palette-button.tsx')).PaletteButton);

const MeetingAhead = lazyLater(async () => (await import('../features/meeting/meeting-ahead.tsx')).MeetingAhead);
const PresenceFaces = lazyLater(async () => (await import('../features/presence/presence-faces.tsx')).PresenceFaces);

const InboxBell = lazyPart(async () => (await import('../features/inbox/inbox-bell.tsx')).InboxBell);

/** The bar over every page: what this is, how the connection stands, the way to register, who is here. */
export function AppHeader() {
  const t = useT();
  const { demo, permissions } = useViewer();
  // A wall has no controls.
  const isBare = useLocation({ select: ({ search }) => search.view === 'wall' });
  const hasBoard = useMatch({ from: '/signed-in/board', shouldThrow: false }) !== undefined;
  useEffect(() => {
    if (!hasBoard) pageShown();
  }, [hasBoard]);
  if (isBare) return null;
  return (
    <header className={classes.header}>
      <Link to="/" activeOptions={{ exact: true }} className={classes.brand} aria-label={t('common.product')}>
        <Logo size={24} />
        <span className={classes.product}>{t('common.product')}</span>
      </Link>
      {demo && (
        <span className={classes.demo} title={t('common.demoHint')}>
          {t('common.demo')}
        </span>
      )}
      <Suspense fallback={null}>
        <ViewNav />
      </Suspense>
      <div className={classes.space} />
      <Suspense fallback={null}>
        <MeetingAhead />
      </Suspense>
      <Suspense fallback={null}>
        <PresenceFaces />
      </Suspense>
      <Suspense fallback={null}>
        <ConnectionBadge />
      </Suspense>
      {permissions.register && (
        <Button
          size="xs"
          className={classes.register}
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          renderRoot={(props) => <Link to="/register" search={(search) => search} {...props} />}
        >
          <span className={classes.registerText}>{t('common.register')}</span>
        </Button>
      )}
      <Suspense fallback={null}>
        <PaletteButton />
      </Suspense>
      <Suspense fallback={null}>
        <InboxBell />
      </Suspense>
      <AccountMenu />
    </header>
  );
}
