import { useState } from 'react';
import type { PictureProblem } from '@/platform/chosen';
import { choosePictures } from '@/platform/pictures';

/** Choosing pictures from the album: what was chosen, and what was wrong with the rest. */
export function useChoosing() {
  const [problem, setProblem] = useState<PictureProblem>();
  const choose = async (most: number): Promise<string[]> => {
    setProblem(undefined);
    const chosen = await choosePictures(most);
    setProblem(chosen.problem);
    return chosen.pictures;
  };
  return { problem, choose };
}
