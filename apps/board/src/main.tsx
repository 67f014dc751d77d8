import './ui/mantine-styles.ts';
import './ui/tokens.css';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider as GraphqlProvider } from 'urql';
import { startClock } from './app/clock.ts';
import { removeExpiredDrafts } from './app/drafts.ts';
import { uncachedClient } from './app/graphql-client.ts';
import { router } from './app/router.tsx';
import { initLocale } from './i18n/locale.ts';
import { cssVariablesResolver, theme } from './ui/theme.ts';

initLocale();
startClock();
removeExpiredDrafts();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <GraphqlProvider value={uncachedClient}>
        <RouterProvider router={router} />
      </GraphqlProvider>
    </MantineProvider>
  </StrictMode>,
);
