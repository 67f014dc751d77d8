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
import { loadTexts } from './i18n/first-texts.ts';
import { getLocale, initLocale } from './i18n/locale.ts';
import { cssVariablesResolver, theme } from './ui/theme.ts';

initLocale();
const texts = loadTexts(getLocale());
startClock();
removeExpiredDrafts();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const show = () =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <GraphqlProvider value={uncachedClient}>
          <RouterProvider router={router} />
        </GraphqlProvider>
      </MantineProvider>
    </StrictMode>,
  );
// Not awaited at the top: the build would cut the first chunk into dozens of small ones.
void texts.then(show, () => {
  root.textContent = 'Redress 未能加载，请刷新页面。 Redress could not be loaded; please reload the page.';
});
