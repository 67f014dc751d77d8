/** What is said of a text that was kept from before. */
import { defineMessages } from '../define-messages.ts';

export const draftMessages = defineMessages({
  'zh-CN': {
    'draft.restored': '已恢复上次没提交的内容',
    'draft.clear': '清空',
  },
  en: {
    'draft.restored': 'What you had not submitted is back',
    'draft.clear': 'Clear',
  },
});
