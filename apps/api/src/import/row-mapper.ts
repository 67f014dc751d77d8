/** Turns the cells of one row into a complaint, as the mapping says, or says why it can't. */
import type { CustomerFacts } from '@redress/domain/actions/complaint-register';
import type { ComplaintImportRow } from '@redress/domain/actions/complaint-import';
import { compileCategories } from './category-words.ts';
import type { NamedCategory } from './category-words.ts';
import { compileChoice } from './choice.ts';
import { compileMoment } from './moment.ts';
import type { Mapping } from './mapping.ts';
import { RowFault } from './row-fault.ts';
import { compileTemplate, renderFirst } from './template.ts';
import type { CellOf } from './template.ts';

export interface MappedRow {
  complaint: ComplaintImportRow;
  /** What the row's category is, the broader one first, when the mapping makes categories of words. */
  categories: NamedCategory[];
}

export interface RowMapper {
  /** Every column that the mapping reads. */
  columns: string[];
  /** Codes that the mapping names and that have to be known. */
  departmentCodes: string[];
  categoryCodes: string[];
  /** Throws a RowFault that says what is wrong with the row. */
  map(cell: CellOf): MappedRow;
}

export interface RowMapperOptions {
  now: () => Date;
  /** The handling department of every row, whatever the mapping says. */
  departmentCode: string | null;
}

/** Characters; PostgreSQL would take more, but no card can show it. */
const LIMITS = {
  subject: 300,
  description: 20_000,
  demand: 5_000,
  place: 500,
  about: 500,
  externalId: 200,
  customer: 200,
} as const;
const LATE_STAGES: readonly string[] = ['FOLLOWING_UP', 'CLOSED'];

/** Compiles a mapping once for all rows. It was parsed before, so nothing in it can be wrong. */
export function compileMapping({ fields, ...mapping }: Mapping, options: RowMapperOptions): RowMapper {
  const columns = new Set<string>();
  const using = <T extends { columns: string[] }>(compiled: T): T => {
    for (const column of compiled.columns) columns.add(column);
    return compiled;
  };
  const text = (what: string, limit: number, templates: readonly string[] = []) => {
    const compiled = templates.map((template) => using(compileTemplate(template)));
    return (cell: CellOf) => checked(what, limit, renderFirst(compiled, cell));
  };
  const moment = (what: string, templates: readonly string[] = []) => {
    const read = text(what, LIMITS.customer, templates);
    const parse = compileMoment(mapping.dateFormats, mapping.zone);
    return (cell: CellOf) => parse(what, read(cell), options.now());
  };

  const subject = text('subject', LIMITS.subject, fields.subject);
  const description = text('description', LIMITS.description, fields.description);
  const externalId = text('externalId', LIMITS.externalId, fields.externalId);
  const demand = text('demand', LIMITS.demand, fields.demand);
  const place = text('place', LIMITS.place, fields.place);
  const about = text('about', LIMITS.about, fields.about);
  const customer = Object.entries(customerFields).map(
    ([name]) => [name, text(`customer.${name}`, LIMITS.customer, fields.customer[name as CustomerColumn])] as const,
  );
  const receivedAt = moment('receivedAt', fields.receivedAt);
  const occurredAt = moment('occurredAt', fields.occurredAt);
  const claimedAt = moment('claimedAt', fields.claimedAt);
  const closedAt = moment('closedAt', fields.closedAt);
  const channel = using(compileChoice(fields.channel));
  const kind = using(compileChoice(fields.kind));
  const severity = using(compileChoice(fields.severity));
  const stage = using(compileChoice(fields.stage));
  const department = using(compileChoice(options.departmentCode ?? fields.department));
  const category = using(compileChoice(fields.category));
  const words = fields.categoryWords && using(compileCategories(fields.categoryWords));

  return {
    columns: [...columns],
    departmentCodes: department.outcomes,
    categoryCodes: category.outcomes,
    map(cell) {
      const facts = Object.fromEntries(customer.map(([name, read]) => [name, read(cell)])) as unknown as CustomerFacts;
      const categories = words?.name(cell) ?? [];
      const complaint = {
        external: { source: mapping.source, id: required('externalId', externalId(cell)) },
        subject: required('subject', subject(cell)),
        description: required('description', description(cell)),
        channel: required('channel', channel.choose(cell)),
        kind: kind.choose(cell) ?? 'COMPLAINT',
        severity: severity.choose(cell),
        stage: stage.choose(cell) ?? 'RECEIVED',
        departmentCode: department.choose(cell),
        categoryCode: categories.at(-1)?.code ?? category.choose(cell),
        demand: demand(cell),
        place: place(cell),
        about: about(cell),
        consequences: [],
        occurredAt: occurredAt(cell),
        receivedAt: required('receivedAt', receivedAt(cell)),
        claimedAt: claimedAt(cell),
        closedAt: closedAt(cell),
        customer: Object.values(facts).every((fact) => fact === null) ? null : facts,
      } satisfies ComplaintImportRow;
      return { complaint: consistent(complaint), categories };
    },
  };
}

/** What a table says of a customer; nobody is written to about history. */
type CustomerColumn = Exclude<keyof CustomerFacts, 'locale'>;

const customerFields: Record<CustomerColumn, true> = {
  name: true,
  phone: true,
  email: true,
  region: true,
  tier: true,
  group: true,
};

/** Times that contradict each other, and a stage that nobody would be responsible for. */
function consistent(complaint: ComplaintImportRow): ComplaintImportRow {
  const { stage, receivedAt, claimedAt } = complaint;
  const closedAt = LATE_STAGES.includes(stage) ? complaint.closedAt : null;
  if (claimedAt !== null && claimedAt < receivedAt) throw new RowFault('claimedAt is before receivedAt');
  if (closedAt !== null && closedAt < receivedAt) throw new RowFault('closedAt is before receivedAt');
  if (stage !== 'RECEIVED' && complaint.departmentCode === null)
    throw new RowFault(`department is empty, but a complaint in ${stage} has one`);
  return { ...complaint, closedAt };
}

function required<T>(what: string, value: T | null): T {
  if (value === null) throw new RowFault(`${what} is empty`);
  return value;
}

function checked(what: string, limit: number, value: string | null): string | null {
  if (value === null) return null;
  if (value.length > limit) throw new RowFault(`${what} has ${value.length} characters; ${limit} are allowed`);
  if (value.includes('\0')) throw new RowFault(`${what} holds a NUL character`);
  return value;
}
