/**
 * Free text at the contract's edge (docs/SPEC.md, PD1–PD5). What people write is read by everybody who sees the
 * complaint, so every field that answers with it is defined by one of the functions here, which mask what is personal in
 * it. A text field that is not is found by a test: it must be named as one that holds nobody's words.
 */
import type { FieldMap, ObjectFieldBuilder } from '@pothos/core';
import type { StoredEvent } from '@redress/domain/events/types';
import { maskBesideMatter, maskMatter, maskText } from '@redress/domain/rules/mask';
import type { KnownPerson } from '@redress/domain/rules/mask';
import type { Types } from './connection.ts';
import type { SchemaContext } from './context.ts';

/** The `extensions` of a field that masks. */
export const masks = { masks: true } as const;

/** A row that stands in a complaint: it has the customer with it, or knows the complaint that has. Null: nobody's. */
export type Concerned = { customer: KnownPerson | null } | { complaintId: string | null };

type Written = string | null;
type Maybe<T> = T | Promise<T>;
type Whose<Row> = (row: Row, ctx: SchemaContext) => Maybe<KnownPerson | null>;

interface TextOf<Row> {
  description: string;
  /** The text as it is stored; null when there is none, or it was erased. */
  text: (row: Row, ctx: SchemaContext) => Maybe<Written>;
  /** Order numbers stay readable: for the line that says what a complaint is about. */
  keepsOrderNumbers?: boolean;
  /** The line that says what it is about, which the same readers read: numbers that stay readable there do here. */
  matter?: (row: Row) => Written;
}

/** `whose` says what is known of whom the text is about; needed where the row itself does not. */
export type MaskedText<Row> = TextOf<Row> & (Row extends Concerned ? { whose?: Whose<Row> } : { whose: Whose<Row> });

type AnyText<Row> = TextOf<Row> & { whose?: Whose<Row> };

/** A text field that is null when there is no text: `maskedText(t, { description, text: (row) => row.reason })`. */
export function maskedText<Row extends object>(t: ObjectFieldBuilder<Types, Row>, field: MaskedText<Row>) {
  const { description } = field;
  return t.string({
    nullable: true,
    description,
    extensions: masks,
    resolve: resolver<Row, null>(field as AnyText<Row>, null),
  });
}

/** The same for a text that is always there; empty when it was erased. */
export function maskedLine<Row extends object>(t: ObjectFieldBuilder<Types, Row>, field: MaskedText<Row>) {
  const { description } = field;
  return t.string({ description, extensions: masks, resolve: resolver<Row, string>(field as AnyText<Row>, '') });
}

/** The words that an event points to, a reason or a comment; null without any, and when they were erased. */
export function maskedNote<Event extends StoredEvent>(
  t: ObjectFieldBuilder<Types, Event>,
  description: string,
): FieldMap[string] {
  return t.string({
    nullable: true,
    description,
    extensions: masks,
    resolve: resolver<StoredEvent, null>({ description, text: noteOf }, null),
  });
}

function noteOf({ noteId }: StoredEvent, { loaders }: SchemaContext): Maybe<Written> {
  return noteId === null ? null : loaders.note.load(noteId);
}

/** What a card shows is answered at once: a thousand promises cost more than the masking. */
function resolver<Row extends object, Absent extends Written>(
  { text: read, keepsOrderNumbers, matter, whose }: AnyText<Row>,
  absent: Absent,
) {
  const plainly = keepsOrderNumbers === true ? maskMatter : maskText;
  const mask = (text: string, person: KnownPerson | null, row: Row) =>
    matter === undefined ? plainly(text, person) : maskBesideMatter(text, matter(row), person);
  const whoseIs = whose ?? whoseWords;
  return (row: Row, _args: object, ctx: SchemaContext): Maybe<string | Absent> => {
    const text = read(row, ctx);
    if (text === null) return absent;
    const person = whoseIs(row, ctx);
    if (!(text instanceof Promise) && !(person instanceof Promise)) return mask(text, person, row);
    return Promise.all([text, person]).then(([written, known]) =>
      written === null ? absent : mask(written, known, row),
    );
  };
}

function whoseWords(row: object, ctx: SchemaContext): Maybe<KnownPerson | null> {
  if ('customer' in row) return row.customer as KnownPerson | null;
  const { complaintId } = row as { complaintId: string | null };
  return complaintId === null ? null : ctx.loaders.person.load(complaintId);
}
