/** The reminder of meetings in the bar over every page. */
import { defineMessages } from '../define-messages.ts';

export const meetingAheadMessages = defineMessages({
  'zh-CN': {
    'meetingAhead.begun': '{name} 已开始',
    'meetingAhead.soon': '{at} {name}',
  },
  en: {
    'meetingAhead.begun': '{name} has begun',
    'meetingAhead.soon': '{at} {name}',
  },
});
