/** The departments and the categories of the company: small, slow to change, asked for once and kept. */
import { useQuery } from 'urql';
import { graphql } from '../graphql.ts';
import type { ResultOf } from '../graphql.ts';

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

const NO_DEPARTMENTS: readonly DepartmentEntry[] = [];
const NO_CATEGORIES: readonly CategoryEntry[] = [];

/** The departments in the company's order; empty until they are here. */
export function useDepartments(): readonly DepartmentEntry[] {
  const [{ data }] = useQuery({ query: departmentsQuery });
  return data?.departments ?? NO_DEPARTMENTS;
}

/** Both levels of categories; empty until they are here. */
export function useCategories(): readonly CategoryEntry[] {
  const [{ data }] = useQuery({ query: categoriesQuery });
  return data?.categories ?? NO_CATEGORIES;
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
