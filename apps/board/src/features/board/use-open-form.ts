import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { OpenForm } from './card-acts.ts';

/** Leads into a form of the drawer, with the focus in it. */
export function useOpenForm(): OpenForm {
  const navigate = useNavigate();
  return useCallback(
    (number, form) =>
      void navigate({ to: '/complaints/$number', params: { number }, search: (search) => search, hash: form }),
    [navigate],
  );
}
