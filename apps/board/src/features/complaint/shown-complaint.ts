import { createContext } from 'react';
import type { ComplaintView } from './complaint-documents.ts';

/** The complaint that the parts around are about, as this person sees it now; what leads back from an act begins there. */
export const ShownComplaint = createContext<ComplaintView | null>(null);
