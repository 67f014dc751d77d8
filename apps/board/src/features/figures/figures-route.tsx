import { Link, useParams } from '@tanstack/react-router';
import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { declineFigureMessages } from '../../i18n/messages/decline-figures.ts';
import { exportMessages } from '../../i18n/messages/exports.ts';
import { surveyFigureMessages } from '../../i18n/messages/survey-figures.ts';
import { useT } from '../../i18n/use-t.ts';
import { Exports } from '../exports/exports.tsx';
import { DeclineFigures } from './decline-figures.tsx';
import classes from './figures.module.css';
import { SurveyFigures } from './survey-figures.tsx';

addMessages(declineFigureMessages);
addMessages(surveyFigureMessages);
addMessages(exportMessages);

const PAGES = { declines: DeclineFigures, surveys: SurveyFigures, exports: Exports };
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** The company's figures, a page for each kind; the period lives in the URL. */
export function FiguresRoute() {
  const t = useT();
  const { of } = useParams({ from: '/signed-in/figures/$of' });
  const name = NAMES.find((one) => one === of);
  if (name === undefined) return <NotFoundPage whole={false} />;
  const Page = PAGES[name];
  return (
    <GraphqlProvider value={cachedClient}>
      <div className={classes.page}>
        <nav className={classes.ways} aria-label={t('figures.ways')}>
          {NAMES.map((one) => (
            <Link key={one} to="/figures/$of" params={{ of: one }} search={(kept) => kept}>
              {t(`${one}.title`)}
            </Link>
          ))}
        </nav>
        <Page />
      </div>
    </GraphqlProvider>
  );
}
