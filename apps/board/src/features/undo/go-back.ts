/** Carries the act that leads back: under the same rights, limits and log as any other. */
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { newKey } from '../../app/new-key.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { TransportError } from '../../live/transport.ts';
import { send } from '../board/send.ts';
import { goBackOnBoard } from './board-undo.ts';
import type { OneTakenBack, TakenBack } from './offers.ts';
import { outcomeOf } from './outcome.ts';
import * as documents from './undo-documents.ts';
import { goBackEach } from './undo-many.ts';
import type { Undo, UndoOne } from './undo.ts';

interface AnyResult {
  __typename: string;
  code?: string;
  message?: string;
  issues?: readonly { message: string }[];
}

const keys = new WeakMap<UndoOne, string>();

/** @param board the board of this page, which shows at once what happens on it; null where there is none */
export function goBack(undo: Undo, board: BoardSession | null, t: Translate): Promise<TakenBack> {
  // Many are not shown as gone back one by one before the server has said so: what came of them is told together.
  if (undo.kind === 'many') return goBackEach(undo.each, (one) => goBackOne(one, null, t));
  return goBackOne(undo, board, t);
}

function goBackOne(undo: UndoOne, board: BoardSession | null, t: Translate): Promise<OneTakenBack> {
  const reason = t('undo.reason');
  // What got no answer may have been done: it is asked again under the same key.
  const key = keys.get(undo) ?? newKey();
  keys.set(undo, key);
  const ask = <Data extends Record<string, AnyResult>, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => sendBack(document, variables, key, undo.act);
  switch (undo.kind) {
    case 'move': {
      if (board?.store.told(undo.complaintId) !== undefined) return goBackOnBoard(undo, board, reason);
      const { complaintId: id, toStage, version: expectedVersion } = undo;
      return ask(documents.moveBack, { input: { id, toStage, expectedVersion, reason } });
    }
    case 'assign': {
      if (board?.store.told(undo.complaintId) !== undefined) return goBackOnBoard(undo, board, reason);
      const { complaintId: id, assignee, version: expectedVersion } = undo;
      return ask(documents.assignBack, { input: { id, assigneeId: assignee?.id ?? null, expectedVersion } });
    }
    case 'grade': {
      const { complaintId: id, departmentCode, categoryCode, severity, version: expectedVersion } = undo;
      return ask(documents.gradeBack, {
        input: { id, departmentCode, categoryCode, severity, reason, expectedVersion },
      });
    }
    case 'facts': {
      const { complaintId: id, version: expectedVersion, facts } = undo;
      return ask(documents.factsBack, { input: { id, expectedVersion, ...facts } });
    }
    case 'withdrawHandoff':
      return ask(documents.handoffBack, { input: { id: undo.handoffId, reason } });
    case 'resume':
      return ask(documents.holdBack, { input: { id: undo.complaintId, holdId: undo.holdId, note: reason } });
    case 'withdrawHold':
      return ask(documents.holdRequestBack, { input: { id: undo.holdId, reason } });
    case 'endSupervision':
      return ask(documents.supervisionBack, { input: { id: undo.complaintId, since: undo.since, note: reason } });
    case 'waiveDuty':
      return ask(documents.dutyBack, { input: { id: undo.dutyId, note: reason } });
    case 'leaveGroup':
      return ask(documents.groupAddBack, { input: { id: undo.complaintId, complaintIds: [...undo.childIds] } });
    case 'joinGroup':
      return ask(documents.groupRemoveBack, { input: { id: undo.complaintId, complaintIds: [...undo.childIds] } });
    case 'restoreItem':
      return ask(documents.itemDropBack, { input: { id: undo.meetingId, itemId: undo.itemId } });
    case 'restoreTopic':
      return ask(documents.topicRemoveBack, { input: { id: undo.topicId } });
    case 'removeView':
      return ask(documents.viewPutBack, { input: { id: undo.viewId } });
    case 'restoreView':
      return ask(documents.viewRemoveBack, { input: { id: undo.viewId } });
    case 'beginWith':
      return ask(documents.beginWithBack, { input: { id: undo.viewId } });
  }
}

async function sendBack<Data extends Record<string, AnyResult>, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  key: string,
  act: string | undefined,
): Promise<OneTakenBack> {
  try {
    const [result] = Object.values(await send('mutation', document, variables, key, act));
    const { __typename, code, message: general = '', issues } = result!;
    const message = issues?.[0]?.message ?? general;
    return outcomeOf(code === undefined || __typename === 'AlreadyDoneError' ? null : { code, message });
  } catch (error) {
    if (error instanceof TransportError) return { kind: 'unheard' };
    throw error;
  }
}
