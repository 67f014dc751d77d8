/** Why bytes were not taken, for programs and for people: what happened, and what to do. */
import type { Locale } from '@redress/schema/context';

const PROBLEMS = {
  UPLOAD_UNKNOWN: {
    status: 404,
    'zh-CN': '上传链接无效，请重新选择文件上传。',
    en: 'There is no such upload. Ask for a new link and send the file there.',
  },
  UPLOAD_EXPIRED: {
    status: 410,
    'zh-CN': '上传链接已过期，请重新上传。',
    en: 'This link has expired. Ask for a new one and send the file there.',
  },
  UPLOAD_USED: {
    status: 409,
    'zh-CN': '上传链接只能使用一次，请重新上传。',
    en: 'This link was used before. Ask for a new one for each file and each try.',
  },
  UPLOAD_NOT_YOURS: {
    status: 403,
    'zh-CN': '您已不能向这条投诉上传文件，请联系协调员。',
    en: 'You may not attach files to this complaint any more. Ask a coordinator.',
  },
  FILE_EMPTY: { status: 400, 'zh-CN': '文件是空的，请重新选择。', en: 'This file is empty. Choose another.' },
  FILE_TOO_LARGE: {
    status: 413,
    'zh-CN': '文件超过 25 MB，请压缩或拆分后再传。',
    en: 'This file is larger than 25 MB. Compress or split it, then send it again.',
  },
  FILE_SIZE_DIFFERS: {
    status: 422,
    'zh-CN': '收到的内容与事先告知的大小不一致，请重新上传。',
    en: 'The file has another size than was announced. Announce it again and send all of it.',
  },
  FILE_TYPE_NOT_TAKEN: {
    status: 415,
    'zh-CN':
      '不支持这种文件。请上传图片（JPEG、PNG、WebP、GIF）、录音、视频、PDF、docx/xlsx/pptx 或文本；HEIC 照片请先存为 JPEG。',
    en: 'Files of this kind are not taken. Send a picture (JPEG, PNG, WebP, GIF), a recording, a video, a PDF, an Office file (docx, xlsx, pptx) or plain text; save HEIC pictures as JPEG first.',
  },
  FILE_TYPE_LIES: {
    status: 415,
    'zh-CN': '文件的内容与名称或类型不符，请检查后用正确的文件重新上传。',
    en: 'The content of this file is not what its name or type says. Check the file, and send it under its right name.',
  },
  PICTURE_UNREADABLE: {
    status: 422,
    'zh-CN': '图片已损坏或不完整，请重新拍摄或另存后再传。',
    en: 'This picture is damaged or incomplete. Take or save it again, then send it.',
  },
  PICTURE_TOO_LARGE: {
    status: 422,
    'zh-CN': '图片尺寸过大（最多 6400 万像素），请缩小后再传。',
    en: 'This picture has too many pixels (at most 64 million). Make it smaller, then send it again.',
  },
} as const;

export type UploadProblemCode = keyof typeof PROBLEMS;

export class UploadProblem extends Error {
  readonly code: UploadProblemCode;
  constructor(code: UploadProblemCode) {
    super(code);
    this.code = code;
  }
}

/** Status, code and sentence of an answer. */
export function uploadRefusal(code: UploadProblemCode, locale: Locale): [number, string, string] {
  const problem = PROBLEMS[code];
  return [problem.status, code, problem[locale]];
}
