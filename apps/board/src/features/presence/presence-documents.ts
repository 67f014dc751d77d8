import { graphql } from '../../graphql.ts';

export const presenceSubscription = graphql(`
  subscription Presence {
    presence { members { member { id name } complaintId activity } }
  }
`);

export const presenceUpdateMutation = graphql(`
  mutation UpdatePresence($input: PresenceUpdateInput!) {
    presenceUpdate(input: $input) { ok }
  }
`);
