/** The texts of all that a meeting shows: its own, and those of the complaint's drawer, whose parts it uses. */
import { addMessages } from '../../i18n/catalogue.ts';
import { attachmentMessages } from '../../i18n/messages/attachment.ts';
import { commitmentMessages } from '../../i18n/messages/commitment.ts';
import { complaintMessages } from '../../i18n/messages/complaint.ts';
import { contestMessages } from '../../i18n/messages/contest.ts';
import { escalationMessages } from '../../i18n/messages/escalation.ts';
import { investigationMessages } from '../../i18n/messages/investigation.ts';
import { meetingMessages } from '../../i18n/messages/meeting.ts';
import { privacyMessages } from '../../i18n/messages/privacy.ts';
import { resolutionMessages } from '../../i18n/messages/resolution.ts';
import { specialMessages } from '../../i18n/messages/special.ts';
import { surveyMessages } from '../../i18n/messages/survey.ts';
import { useT } from '../../i18n/use-t.ts';

for (const area of [
  attachmentMessages,
  commitmentMessages,
  complaintMessages,
  contestMessages,
  escalationMessages,
  investigationMessages,
  meetingMessages,
  privacyMessages,
  resolutionMessages,
  specialMessages,
  surveyMessages,
])
  addMessages(area);

/** The translator, once these texts are there. */
export const useMeetingT = useT;
