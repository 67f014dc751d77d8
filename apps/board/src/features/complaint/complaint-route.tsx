import { useMatch, useNavigate, useParams } from '@tanstack/react-router';
import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { attachmentMessages } from '../../i18n/messages/attachment.ts';
import { commitmentMessages } from '../../i18n/messages/commitment.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { contestMessages } from '../../i18n/messages/contest.ts';
import { escalationMessages } from '../../i18n/messages/escalation.ts';
import { investigationMessages } from '../../i18n/messages/investigation.ts';
import { specialMessages } from '../../i18n/messages/special.ts';
import { paletteMessages } from '../../i18n/messages/palette.ts';
import { privacyMessages } from '../../i18n/messages/privacy.ts';
import { surveyMessages } from '../../i18n/messages/survey.ts';
import { resolutionMessages } from '../../i18n/messages/resolution.ts';
import { ComplaintDrawer } from './complaint-drawer.tsx';
import { RevealProvider } from './revealed.tsx';

addMessages(attachmentMessages);
addMessages(commitmentMessages);
addMessages(complaintMessages);
addMessages(contestMessages);
addMessages(escalationMessages);
addMessages(investigationMessages);
addMessages(specialMessages);
addMessages(paletteMessages);
addMessages(privacyMessages);
addMessages(surveyMessages);
addMessages(resolutionMessages);

/** The complaint that the URL names, over the board or the desk; closing it leaves what lies beneath as it was. */
export function ComplaintRoute() {
  const { number = '' } = useParams({ strict: false });
  const isAtDesk = useMatch({ from: '/signed-in/board/desk', shouldThrow: false }) !== undefined;
  const navigate = useNavigate();
  return (
    <GraphqlProvider value={cachedClient}>
      <RevealProvider key={number}>
        <ComplaintDrawer
          number={number}
          onClose={() => void navigate({ to: isAtDesk ? '/desk' : '/', search: (search) => search })}
        />
      </RevealProvider>
    </GraphqlProvider>
  );
}
