import { defineMessages } from '../define-messages.ts';

/** Naming colleagues in a comment: comes with the drawer's code, not with the first load. */
export const mentionMessages = defineMessages({
  'zh-CN': {
    'mention.list': '可以提及的同事',
    'mention.hint': '输入 @ 提及看得到这件投诉的同事，他们会收到通知。',
    'mention.found': '{n, plural, other {# 位同事，用上下键选择，回车确认}}',
  },
  en: {
    'mention.list': 'Colleagues to name',
    'mention.hint': 'Type @ to name a colleague who sees this complaint; they are told.',
    'mention.found':
      '{n, plural, one {# colleague: Enter takes them} other {# colleagues: choose by arrows, Enter takes one}}',
  },
});
