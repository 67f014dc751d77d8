import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const membersQuery = graphql(`
  query FindMembers($search: String!, $role: Role) {
    members(search: $search, role: $role, first: 20) {
      nodes { id name isActive roles departments { id shortName } }
    }
  }
`);

type Found = ResultOf<typeof membersQuery>['members']['nodes'][number];

/** Somebody whom a policy names. */
export type Person = Pick<Found, 'id' | 'name' | 'isActive' | 'roles'>;
export type Role = Person['roles'][number];
