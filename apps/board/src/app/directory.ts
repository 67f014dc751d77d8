/** The departments and the categories of the company: small, slow to change, asked for once and kept. */
import type { TypedDocumentNode } from '@urql/core';
import { useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql.ts';
import type { ResultOf } from '../graphql.ts';
import { uncachedClient } from './graphql-client.ts';

const departmentsQuery = graphql(`
  query Departments {
    departments { id code nameZh nameEn shortName }
  }
`);

const categoriesQuery = graphql(`
  query Categories {
    categories {
      code nameZh nameEn severity
      parent { code nameZh nameEn }
      department { id code nameZh nameEn shortName }
    }
  }
`);

const membersQuery = graphql(`
  query DepartmentMembers($id: ID!) {
    node(id: $id) {
      __typename
      ... on Department {
        id
        members { id name isActive roles }
      }
    }
  }
`);

export type DepartmentEntry = ResultOf<typeof departmentsQuery>['departments'][number];
export type CategoryEntry = ResultOf<typeof categoriesQuery>['categories'][number];

const departments = sharedList(async () => (await ask(departmentsQuery))?.departments);
const categories = sharedList(async () => (await ask(categoriesQuery))?.categories);

/** The departments in the company's order; empty until they are here. */
export function useDepartments(): readonly DepartmentEntry[] {
  return useSyncExternalStore(departments.subscribe, departments.current);
}

/** Both levels of categories; empty until they are here. */
export function useCategories(): readonly CategoryEntry[] {
  return useSyncExternalStore(categories.subscribe, categories.current);
}

/** The active members of a department; null until they are here. */
export function useDepartmentMembers(departmentId: string | null) {
  const [{ data }] = useQuery({
    query: membersQuery,
    variables: { id: departmentId ?? '' },
    pause: departmentId === null,
    requestPolicy: 'cache-and-network',
  });
  if (data?.node?.__typename !== 'Department') return null;
  return data.node.members.filter((member) => member.isActive);
}

async function ask<Data>(document: TypedDocumentNode<Data, Record<string, never>>): Promise<Data | undefined> {
  const { data } = await uncachedClient.query(document, {}).toPromise();
  return data;
}

/** A list that is asked for by the first who looks, and again by the next when that failed. */
function sharedList<Entry>(load: () => Promise<readonly Entry[] | undefined>) {
  let list: readonly Entry[] = [];
  let loading = false;
  const listeners = new Set<() => void>();

  const refresh = async () => {
    loading = true;
    list = (await load()) ?? list;
    loading = false;
    for (const listener of listeners) listener();
  };
  return {
    current: () => list,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      if (list.length === 0 && !loading) void refresh();
      return () => listeners.delete(listener);
    },
  };
}
