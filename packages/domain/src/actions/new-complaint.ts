/** The rows and events of a new complaint, however it came in: registered, submitted by the customer, or imported. */
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { normalisePhone } from '../rules/phone.ts';
import { STARTED_BY_RECEIPT } from '../rules/deadlines.ts';
import { proposeGrade, proposeRoute } from '../rules/triage.ts';
import type { TriageCategory } from '../rules/triage.ts';
import type { Directory } from '../reads/directory.ts';
import { triagePolicy } from '../reads/policy-values.ts';
import { grant } from './access.ts';
import { inOrder, tokensOf } from './facts.ts';
import { NO_CONTENT } from './case-content.ts';
import * as clocks from './clocks.ts';
import type { ComplaintRegisterInput, CustomerFacts } from './complaint-register.ts';
import type { ActionContext } from './context.ts';
import { Draft } from './draft.ts';
import { holdForPress } from './replies-hold.ts';
import { routeTo } from './route-to.ts';
import { normaliseEmail } from './registration.ts';
import type { Reserved } from './registration.ts';

/** Crockford's alphabet: no letter that is read as another on paper or over the phone. */
const TRACKING_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A complaint in the making, and the tracking code that is shown once and kept only as a hash. */
export interface NewComplaint {
  draft: Draft;
  trackingCode: string;
}

/**
 * Builds the draft of a new complaint in RECEIVED: severity and department proposed where they are missing, clocks
 * started at its receipt, routed when a department is known. `history` records clocks without publishing them.
 */
export function newComplaint(
  ctx: ActionContext,
  input: ComplaintRegisterInput,
  reserved: Reserved,
  history = false,
): NewComplaint {
  const now = ctx.now();
  const receivedAt = input.receivedAt ?? now;
  const categories = withParents(ctx.directory, input.categoryCode);
  const trackingCode = newTrackingCode();
  const { channel, consequences, subject, description, demand } = input;
  const tier = input.customer?.tier ?? null;
  const graded = { categories, consequences, channel, tier, texts: [subject, description, demand] };
  const grade = proposeGrade(graded, triagePolicy(ctx.directory));
  const draft = Draft.new(ctx, {
    id: uuidv7(),
    number: `C-${receivedAt.getUTCFullYear()}-${String(reserved.sequence).padStart(6, '0')}`,
    kind: input.kind,
    channel: input.channel,
    severity: input.severity ?? grade.severity,
    stage: 'RECEIVED',
    position: reserved.position,
    version: 1,
    revision: 1,
    round: 1,
    roundSince: receivedAt,
    categoryCode: input.categoryCode,
    departmentId: null,
    routedAt: null,
    routingRuleId: null,
    claimedAt: null,
    claimedById: null,
    assigneeId: null,
    processOwnerId: null,
    registrarId: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
    customerId: reserved.customerId,
    externalSource: input.external?.source ?? null,
    externalId: input.external?.id ?? null,
    trackingHash: hashTrackingCode(trackingCode),
    occurredAt: input.occurredAt,
    receivedAt,
    createdAt: now,
    stageSince: receivedAt,
    closedAt: null,
    firstContactAt: null,
    lastContactAt: null,
    factsConfirmedAt: null,
    pendingHandoffId: null,
    contestedAt: null,
    supervisedAt: null,
    supervisedById: null,
    escalationLevel: 0,
    escalatedToIds: [],
    handledByIds: [],
    urgeCount: 0,
    urgedAt: null,
    heldUntil: null,
    wakeAt: null,
    consequences: inOrder(consequences),
    ...NO_CONTENT,
    isRegulator: false,
    regulatorOutcomeAt: null,
    repliesHeldAt: null,
    parentId: null,
    mergedIntoId: null,
    isGroup: false,
    concernedIds: [],
    isBreached: false,
    attachmentCount: 0,
    history,
  });
  const { complaint } = draft;
  draft.trackingCode = trackingCode;
  addText(draft, input);
  if (input.customer !== null && reserved.customerId === null)
    complaint.customerId = addCustomer(draft, input.customer);
  if (complaint.registrarId !== null) grant(draft, 'MEMBER', complaint.registrarId, 'REGISTERED');
  draft.emit({
    type: 'ComplaintRegistered',
    payload: {
      channel: complaint.channel,
      severity: complaint.severity,
      categoryCode: complaint.categoryCode,
      history,
    },
  });
  if (grade.because.length > 0 && !history)
    draft.emit({ type: 'ComplaintTriaged', payload: { proposed: grade.severity, because: grade.because } });
  for (const kind of STARTED_BY_RECEIPT) {
    clocks.start(draft, kind, { departmentId: null, startedAt: receivedAt });
  }
  routeByTriage(draft, input, categories);
  holdForPress(draft, []);
  return { draft, trackingCode };
}

function addText(draft: Draft, { subject, description, demand, place, about }: ComplaintRegisterInput): void {
  const complaintId = draft.complaint.id;
  draft.insert('complaint_text', { complaintId, subject, description, demand, place, about, erasedAt: null });
  const tokens = tokensOf(draft.complaint.number, { subject, description, demand, place, about });
  draft.insert('complaint_search', { complaintId, tokens });
}

function addCustomer(draft: Draft, customer: CustomerFacts): string {
  const id = uuidv7();
  const { name, region, tier, group, locale = null } = customer;
  const phone = normalisePhone(customer.phone);
  const email = normaliseEmail(customer.email);
  const rest = { ageBand: null, occupation: null, createdAt: draft.at, erasedAt: null, erasure: null };
  draft.insert('customer', { id, name, phone, email, region, tier, group, locale, ...rest });
  return id;
}

/**
 * Routes to the department that was named, else to the one that triage proposes; else leaves it to the coordinators, whose
 * DISPATCH clock runs from the receipt.
 */
function routeByTriage(draft: Draft, input: ComplaintRegisterInput, categories: readonly TriageCategory[]): void {
  const { directory } = draft.ctx;
  const named = input.departmentCode === null ? null : directory.departmentByCode(input.departmentCode);
  const region = input.customer?.region ?? input.place;
  const facts = { categories, channel: input.channel, region, about: input.about };
  const proposal =
    named === null ? proposeRoute(facts, directory.routingRules) : { departmentId: named.id, ruleId: null };
  if (proposal !== null) routeTo(draft, proposal.departmentId, { ruleId: proposal.ruleId });
  else clocks.start(draft, 'DISPATCH', { departmentId: null, startedAt: draft.complaint.receivedAt });
}

/** The category and its parents, the narrowest first. */
export function withParents(directory: Directory, code: string | null): TriageCategory[] {
  const category = directory.category(code);
  return category === null ? [] : [category, ...withParents(directory, category.parentCode)];
}

/** 80 random bits in four groups, as it is printed on a receipt and read over the phone. */
function newTrackingCode(): string {
  const characters = [...randomBytes(16)].map((byte) => TRACKING_ALPHABET[byte % 32]!);
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}

/** How a tracking code is stored and looked up: folded to its alphabet, then hashed. */
export function hashTrackingCode(code: string): string {
  const folded = code
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(folded).digest('hex');
}
