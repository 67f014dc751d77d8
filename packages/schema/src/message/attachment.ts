/** What is said about files. */
import type { Message } from './catalogue.ts';

export const ATTACHMENT_MESSAGES = {
  fileEmpty: { 'zh-CN': '文件是空的，请重新选择。', en: 'This file is empty. Choose another.' },
  fileTooLarge: {
    'zh-CN': '文件超过 {max} MB，请压缩或拆分后再传。',
    en: 'This file is larger than {max} MB. Compress or split it, then send it again.',
  },
  fileTypeNotTaken: {
    'zh-CN': '不支持这种文件。请上传图片、录音、视频、PDF、Word/Excel/PPT（docx、xlsx、pptx）或文本文件。',
    en: 'Files of this kind are not taken. Send a picture, a recording, a video, a PDF, an Office file (docx, xlsx, pptx) or plain text.',
  },
  tooManyFilesToday: {
    'zh-CN': '一天最多发送 {max} 个文件，请明天再发，或者给我们留言。',
    en: 'At most {max} files a day. Please send more tomorrow, or write to us.',
  },
  tooManyFiles: {
    'zh-CN': '一条投诉最多 {max} 个文件，请先移除不需要的。',
    en: 'A complaint takes at most {max} files. Remove those that are not needed first.',
  },
  unknownAttachment: {
    'zh-CN': '这条投诉中没有这个文件，或已被移除，请重新选择。',
    en: 'The complaint has no such file, or it was removed. Choose another.',
  },
  forbidden_attach: {
    'zh-CN': '您的角色只能查看，不能上传文件。',
    en: 'Your role reads only, and cannot attach files.',
  },
  forbidden_attachmentRemove: {
    'zh-CN': '文件由上传人、主办部门的负责人或副手、协调员移除。',
    en: "A file is removed by who attached it, by the handling department's head or deputy, or by a coordinator.",
  },
} as const satisfies Record<string, Message>;
