import { createContext, use } from 'react';
import type { BlockWords } from './block-words.ts';

/** The words of all blocks; changes with the language only, so that blocks are not drawn anew for it. */
export const WordsContext = createContext<BlockWords | null>(null);

export function useBlockWords(): BlockWords {
  const words = use(WordsContext);
  if (!words) throw new Error('WordsContext is missing above');
  return words;
}
