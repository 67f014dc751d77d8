import { useQuery } from 'urql';
import { addMessages } from '../../../i18n/catalogue.ts';
import { privacyMessages } from '../../../i18n/messages/privacy.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SectionWait } from '../section-wait.tsx';
import classes from '../settings-page.module.css';
import { ErasureList } from './erasure-list.tsx';
import { erasuresQuery } from './personal-documents.ts';
import { PersonSearch } from './person-search.tsx';

addMessages(privacyMessages);

/** As many as the contract gives at once. */
const MOST = 100;

/** What customers ask for by law: a copy of what is held about them, and to be erased. */
export function PersonalSection() {
  const t = useT();
  const variables = { first: MOST };
  const [{ data, error }, ask] = useQuery({ query: erasuresQuery, variables, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'FORBIDDEN') === true) {
    return <Notice kind="info">{t('privacy.notForYou')}</Notice>;
  }
  if (data === undefined) return <SectionWait failed={error !== undefined} again={again} />;
  return (
    <div className={classes.editor}>
      <p className={classes.about}>{t('privacy.about')}</p>
      <PersonSearch onAsked={again} />
      <ErasureList erasures={data.erasures.nodes} onDecided={again} />
    </div>
  );
}
