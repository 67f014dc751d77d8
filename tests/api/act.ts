/** Asking for a mutation and being shown all of its answer: the documents are made from the committed contract. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isObjectType, isUnionType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { Answer, AskOptions, Client } from '../testkit/client.ts';

/** A complaint as these tests look at it. */
export interface Card {
  id: string;
  number: string;
  version: number;
  revision: number;
  round: number;
  stage: string;
  position: string;
  severity: string;
  subject: string;
  category: { code: string } | null;
  department: { code: string } | null;
  routedBy: { name: string } | null;
  routedAt: string | null;
  isClaimed: boolean;
  claimedAt: string | null;
  claimedBy: { id: string; name: string } | null;
  assignee: { name: string } | null;
  processOwner: { name: string } | null;
  firstContactAt: string | null;
  factsConfirmedAt: string | null;
  pendingHandoff: { id: string } | null;
  contestedAt: string | null;
  declinedBy: { code: string }[];
  receivedAt: string;
  stageSince: string;
  closedAt: string | null;
  isBreached: boolean;
}

const CARD = `id number version revision round stage position severity subject category { code } department { code }
  routedBy { name } routedAt isClaimed claimedAt claimedBy { id name } assignee { name } processOwner { name }
  firstContactAt factsConfirmedAt pendingHandoff { id } contestedAt declinedBy { code } receivedAt stageSince closedAt isBreached`;

export const CARD_FRAGMENT = `fragment Card on Complaint { ${CARD} }`;

const MEETING = `{ id number name phase presenter { id name } host { name } startedAt endedAt itemMinutes focusedAt confirmedAt
  objectionsUntil isAbandoned focus { id } shown { number description duties { what } } members { name }
  attendance { member { name } leftAt standsInFor { name } }
  items { id isComplaint title note askedBy { name } reasons outcome spentSeconds complaint { id number }
    shown { number subject severity stage department { code } } decisions { id meetingId title text owner { name } dueAt amendedAt doneAt doneNote viewerMayFulfil }
    done { __typename actor { ... on Member { name } } } }
  objections { by { name } text } followUps { id what doneAt } carriedDecisions { id meetingId title text owner { name } dueAt amendedAt doneAt doneNote viewerMayFulfil }
  viewerCan { lead present join confirm object } }`;

/** What objects in an answer are shown as; fields of leaf types are shown as they are. */
const SHOWN: Record<string, string> = {
  Complaint: `{ ...Card }`,
  Member: '{ id name }',
  Ruling:
    '{ id from { code } department { code } reason ruledBy { name } appealUntil appealState appealReason overturnedTo { code } viewerCan { appeal decide } }',
  Handoff: '{ id state from { code } to { code } reason answerReason declinePreset belongsTo { code } answeredAt }',
  Duty: '{ id what owner { name } department { code } dueAt doneAt doneBy { name } waivedAt note }',
  Hold: '{ id state until }',
  PromiseToCustomer: '{ id state what dueAt }',
  Resolution: '{ id state approval }',
  Approval: '{ id state step }',
  Visit: '{ id state }',
  Attachment: '{ id state name mediaType bytes url thumbnailUrl }',
  AttachmentUpload: '{ url expiresAt maxBytes }',
  Escalation: '{ id state level members { name } by { name } takenBy { name } deadline { kind } nextAt }',
  Survey:
    '{ id state round reminders outcomeScore handlingScore comment via recordedBy { name } attempts nextAt expiresAt }',
  FinalAnswer: '{ id state text reason reviewer { name } requestedBy { name } viewerDecides }',
  Contact: '{ id summary confirmsFacts at }',
  Meeting: MEETING,
  MeetingSeries: `{ id revision name members { id } standingItems itemMinutes nextAt remindedFrom rhythm { weekday startsAt timeZone } dates { day }
    topics { id isComplaint complaint { number } title note by { name } viewerMayRemove } agenda { complaint { id } reasons } }`,
  TrackedComplaint:
    '{ number waitsForCustomerUntil contacts { channel direction at text } survey { state round outcomeScore handlingScore } }',
  InputIssue: '{ path message }',
};

/** A series as these tests look at it. */
export interface TestSeries {
  id: string;
  revision: number;
  name: string;
  members: { id: string }[];
  standingItems: string[];
  nextAt: string | null;
  remindedFrom: string | null;
  dates: { day: string }[];
  topics: {
    id: string;
    isComplaint: boolean;
    complaint: { number: string } | null;
    title: string | null;
    note: string | null;
    by: { name: string };
    viewerMayRemove: boolean;
  }[];
  agenda: { complaint: { id: string }; reasons: string[] }[];
}

/** A decision in words. */
export interface TestDecision {
  id: string;
  meetingId: string;
  title: string | null;
  text: string | null;
  owner: { name: string } | null;
  dueAt: string | null;
  amendedAt: string | null;
  doneAt: string | null;
  doneNote: string | null;
  viewerMayFulfil: boolean;
}

/** A meeting as these tests look at it. */
export interface TestMeeting {
  id: string;
  number: number;
  phase: string;
  presenter: { id: string; name: string };
  focus: { id: string } | null;
  shown: { number: string; description: string; duties: { what: string }[] } | null;
  endedAt: string | null;
  isAbandoned: boolean;
  items: {
    id: string;
    isComplaint: boolean;
    title: string | null;
    note: string | null;
    askedBy: { name: string } | null;
    reasons: string[];
    outcome: string | null;
    spentSeconds: number;
    complaint: { id: string; number: string } | null;
    shown: { number: string; subject: string } | null;
    decisions: TestDecision[];
    done: { __typename: string; actor: { name: string } }[];
  }[];
  attendance: { member: { name: string }; leftAt: string | null; standsInFor: { name: string } | null }[];
  objections: { by: { name: string }; text: string }[];
  objectionsUntil: string | null;
  followUps: { id: string; what: string; doneAt: string | null }[];
  carriedDecisions: TestDecision[];
  viewerCan: { lead: boolean; present: boolean; join: boolean; confirm: boolean; object: boolean };
}

/** The meeting as this caller sees it; null when they may not. */
export async function meetingOf(client: Client, id: string): Promise<TestMeeting | null> {
  const { meeting } = await client.ok<{ meeting: TestMeeting | null }>(
    `query ($id: ID!) { meeting(id: $id) ${MEETING} }`,
    { id },
  );
  return meeting;
}

/** The document of a subscription that shows the same. */
export const MEETING_EVENTS = `subscription ($id: ID!) { meetingEvents(id: $id) ${MEETING} }`;

/** Everything that an answer may hold; which part of it does, `__typename` says. */
export interface Told {
  __typename: string;
  code: string;
  message: string;
  cursor: string;
  meeting: TestMeeting;
  series: TestSeries;
  presenter: { name: string };
  complaint: Card;
  current: Card;
  handoff: { id: string; state: string };
  ruling: { id: string; appealState: string; appealUntil: string };
  duty: { id: string };
  hold: { id: string; state: string };
  promise: { id: string; state: string };
  attachment: { id: string; state: string; name: string | null; url: string | null };
  upload: { url: string; expiresAt: string; maxBytes: number };
  survey: { id: string; state: string; attempts: number };
  resolution: { id: string };
  visit: { id: string; state: string };
  finalAnswer: { id: string; state: string };
  reason: string;
  given: number;
  contact: { id: string };
  escalation: { id: string; state: string; level: number };
  issues: { path: string[]; message: string }[];
  missing: string[];
  refusal: string | null;
  claimedBy: { name: string } | null;
  claimedAt: string;
  placement: string;
  number: string;
  trackingCode: string | null;
  tracking: { number: string; waitsForCustomerUntil: string | null; contacts: { text: string | null }[] };
  alreadyRegistered: boolean;
  retryAfterSeconds: number;
}

const sdl = readFileSync(fileURLToPath(import.meta.resolve('@redress/schema/schema.graphql')), 'utf8');
const contract = buildSchema(sdl);
const documents = new Map<string, string>();

function documentOf(mutation: string): string {
  const known = documents.get(mutation);
  if (known !== undefined) return known;
  const field = contract.getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`the contract has no mutation ${mutation}`);
  const result = contract.getType(String(field.type).replace('!', ''));
  const shapes = isUnionType(result) ? result.getTypes().map(shapeOf).join(' ') : '';
  const spread = shapes.includes('...Card') ? CARD_FRAGMENT : '';
  const input = String(field.args[0]?.type);
  const document = `mutation ($input: ${input}) { ${mutation}(input: $input) { __typename ${shapes} } } ${spread}`;
  documents.set(mutation, document);
  return document;
}

/** Aliased by type where two members of a union could answer differently to one name: they never do here. */
function shapeOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const named = contract.getType(String(field.type).replace(/[![\]]/g, ''));
    return isObjectType(named) ? `${field.name} ${SHOWN[named.name] ?? '{ __typename }'}` : field.name;
  });
  return `... on ${type.name} { ${fields.join(' ')} }`;
}

/** Asks for the mutation, whatever the answer. */
export function tryTo(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
  options?: AskOptions,
): Promise<Answer<Record<string, Told>>> {
  return client.ask<Record<string, Told>>(documentOf(mutation), { input }, options);
}

/** Asks for the mutation; throws unless the answer is of the contract. */
export async function act(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
  options?: AskOptions,
): Promise<Told> {
  const answer = await tryTo(client, mutation, input, options);
  const told = answer.data?.[mutation];
  if (answer.errors.length > 0 || told === undefined) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
  return told;
}

/** The complaint as this caller sees it now; null when it is out of their sight. */
export async function cardOf(client: Client, id: string): Promise<Card | null> {
  const query = `query ($id: ID!) { complaint(by: { id: $id }) { ...Card } } ${CARD_FRAGMENT}`;
  return (await client.ok<{ complaint: Card | null }>(query, { id })).complaint;
}
