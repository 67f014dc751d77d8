import { defineMessages } from '../define-messages.ts';

/** Files of a complaint: what stands about them in its drawer and its story. */
export const attachmentMessages = defineMessages({
  'zh-CN': {
    'timeline.attached': '上传了文件',
    'timeline.attachmentRemoved': '移除了文件“{name}”',
    'timeline.erasedFile': '（已删除的文件）',
  },
  en: {
    'timeline.attached': 'attached a file',
    'timeline.attachmentRemoved': 'removed the file "{name}"',
    'timeline.erasedFile': '(an erased file)',
  },
});
