import { MAX_FILE_BYTES, claimedType } from '@redress/domain/rules/file-types';
import type { AttachmentPurpose } from '@redress/domain/rules/vocabulary';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { uploadCreateMutation } from './file-documents.ts';
import { sendFile } from './send-file.ts';
import type { Sent } from './send-file.ts';

/** A file on its way, or one that did not get there and is kept for another try. */
export interface UploadItem {
  key: number;
  file: File;
  /** 0 to 1; null when it is not under way. */
  share: number | null;
  /** Why it did not get there; null while it is on its way. */
  problem: string | null;
}

export interface Uploads {
  items: readonly UploadItem[];
  add: (files: readonly File[]) => void;
  retry: (item: UploadItem) => void;
  /** Stops it, or takes it off the list. */
  drop: (item: UploadItem) => void;
}

let nextKey = 0;
const MEGABYTE = 1024 * 1024;

/**
 * Sends files one after the other; `onArrived` is called after each, with its id. Leaving stops what is under way.
 * `purpose`: what they are there for; left out, the file's kind says it.
 */
export function useUploads(
  complaintId: string,
  onArrived: (attachmentId: string) => void,
  purpose?: AttachmentPurpose,
): Uploads {
  const t = useT();
  const locale = useLocale();
  const client = useClient();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const sending = useRef<{ key: number; stop: () => void } | null>(null);
  // What was begun is not begun again by a rendering that still shows it as waiting: nothing is sent twice.
  const begun = useRef(new Set<number>());

  const change = useCallback((key: number, to: Partial<UploadItem>) => {
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }, []);

  const send = useCallback(
    async ({ key, file }: UploadItem): Promise<Sent | null> => {
      const input = { complaintId, name: file.name, bytes: file.size, purpose: purpose ?? purposeOf(file) };
      const { data } = await client.mutation(uploadCreateMutation, { input }).toPromise();
      const answer = data?.attachmentUploadCreate;
      if (answer === undefined) throw new Error('no answer');
      if (answer.__typename !== 'AttachmentUploadCreatePayload') {
        const issues = answer.__typename === 'InvalidInputError' ? answer.issues.map(({ message }) => message) : [];
        return { refused: issues.join(' ') || answer.message };
      }
      // It was taken off the list while its link was asked for.
      if (sending.current?.key !== key) return null;
      const { done, stop } = sendFile(answer.upload.url, file, locale, (share) => change(key, { share }));
      sending.current = { key, stop };
      return done;
    },
    [change, client, complaintId, locale, purpose],
  );

  useEffect(() => {
    const waiting = items.find(({ key, problem }) => problem === null && !begun.current.has(key));
    if (waiting === undefined || sending.current !== null) return;
    const { key } = waiting;
    const fail = (problem: string) => {
      begun.current.delete(key);
      change(key, { share: null, problem });
    };
    begun.current.add(key);
    sending.current = { key, stop: () => undefined };
    send(waiting)
      .then((sent) => {
        if (sent !== null && 'refused' in sent) return fail(sent.refused || t('file.broken'));
        setItems((before) => before.filter((item) => item.key !== key));
        if (sent !== null) onArrived(sent.arrived);
      })
      .catch(() => fail(t('file.broken')))
      .finally(() => {
        if (sending.current?.key === key) sending.current = null;
        // The next one's turn.
        setItems((before) => [...before]);
      });
  }, [items, send, change, onArrived, t]);

  useEffect(() => () => sending.current?.stop(), []);

  const add = (files: readonly File[]) => {
    setItems((before) => [
      ...before,
      ...files.map((file) => ({ key: nextKey++, file, share: null, problem: problemOf(file) })),
    ]);
  };
  const problemOf = (file: File) => {
    if (file.size === 0) return t('file.empty');
    if (file.size > MAX_FILE_BYTES) return t('file.tooLarge', { max: MAX_FILE_BYTES / MEGABYTE });
    return claimedType(file.name) === 'UNKNOWN' ? t('file.notTaken') : null;
  };
  const retry = ({ key, file }: UploadItem) => change(key, { share: null, problem: problemOf(file) });
  const drop = ({ key }: UploadItem) => {
    setItems((before) => before.filter((item) => item.key !== key));
    if (sending.current?.key !== key) return;
    sending.current.stop();
    sending.current = null;
  };
  return { items, add, retry, drop };
}

function purposeOf(file: File): AttachmentPurpose {
  return file.type.startsWith('audio/') ? 'RECORDING' : 'EVIDENCE';
}
