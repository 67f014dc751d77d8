import { useState } from 'react';
import { graphql } from '../graphql.ts';
import { removeAllDrafts } from './drafts.ts';
import { startAfresh } from './session.ts';
import { useSubmit } from './use-submit.ts';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut { ok }
  }
`);

const signOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere { ok }
  }
`);

export interface SignOut {
  busy: boolean;
  /** The last try had no answer: the person is still signed in. */
  failed: boolean;
  /** Ends this session, or all of the member's; their drafts in this browser go with it. False: nothing was ended. */
  signOut: (everywhere: boolean) => Promise<boolean>;
}

export function useSignOut(): SignOut {
  const here = useSubmit(signOutMutation);
  const everywhere = useSubmit(signOutEverywhereMutation);
  const [failed, setFailed] = useState(false);
  return {
    busy: here.busy || everywhere.busy,
    failed,
    async signOut(all) {
      const data = all ? await everywhere.run({}) : await here.run({});
      setFailed(data === null);
      if (data === null) return false;
      removeAllDrafts();
      startAfresh('/sign-in');
      return true;
    },
  };
}
