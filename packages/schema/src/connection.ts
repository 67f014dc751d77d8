/** Connections: the page types of a list, and the arguments of lists that run forwards. */
import type { OutputRef, SchemaTypes as PothosTypes } from '@pothos/core';
import type { Page, PageArgs } from '@redress/domain/reads/connection';
import { builder } from './builder.ts';

/** The types that the builder was made with, as Pothos sees them. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T extends PothosTypes> ? T : never;

/** A page with the length of its list, which is counted only when somebody asks. */
export interface CountedPage<T> extends Page<T> {
  totalCount: () => number | Promise<number>;
}

/** Defines `<name>Connection`, whose fields answer with a `CountedPage`, and `<name>Edge`. */
export function countedConnection<T>(name: string, type: OutputRef<T>, description: string) {
  const connection = builder.connectionObject(
    { name: `${name}Connection`, type, description },
    { name: `${name}Edge`, description: `A row of ${name}Connection, with its cursor.` },
  );
  builder.objectFields(connection, (t) => ({
    totalCount: t.int({
      description: 'How many rows the list has, over all of its pages.',
      resolve: (page) => (page as unknown as CountedPage<T>).totalCount(),
    }),
  }));
  return connection;
}

/** Defines `<name>Connection` and `<name>Edge` for a list whose length nobody counts. */
export function connection<T>(name: string, type: OutputRef<T>, description: string) {
  return builder.connectionObject(
    { name: `${name}Connection`, type, description },
    { name: `${name}Edge`, description: `A row of ${name}Connection, with its cursor.` },
  );
}

/** `first` and `after`. `noun` is the plural of what is listed. */
export function forwardArgs(noun: string, defaultSize: number, max: number) {
  return builder.args((t) => ({
    first: t.int({ description: `At most so many ${noun}, 0 to ${max}; ${defaultSize} when it is left out.` }),
    after: t.string({ description: 'Begin behind this cursor; at the start of the list when it is left out.' }),
  }));
}

/** The lists of one complaint: how a page and its count are read, once for all of them. */
export interface ListReader<T> {
  page(complaintId: string, args: PageArgs): Promise<Page<T>>;
  count: { load(complaintId: string): Promise<number> };
}

export async function readList<T>(reader: ListReader<T>, complaintId: string, args: PageArgs): Promise<CountedPage<T>> {
  const page = await reader.page(complaintId, args);
  return { ...page, totalCount: () => reader.count.load(complaintId) };
}
