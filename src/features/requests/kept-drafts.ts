import { draftsOf } from '@/features/drafts/kept-drafts';
import type { Draft } from './draft';

/** What was filled into a form of a request and not filed. */
export const keptDrafts = draftsOf<Draft>('request');
