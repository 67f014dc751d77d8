import { defineMessages } from '../define-messages.ts';

export const liveMessages = defineMessages({
  'zh-CN': {},
  en: {},
});
