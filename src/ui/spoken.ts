import { Children, isValidElement, type ReactNode } from 'react';

/**
 * What is written in a part, as one sentence after another. A screen reader takes a switch's or a button's label in
 * place of everything drawn inside it, so the explanation has to be in the label.
 */
export function spoken(...parts: ReactNode[]): string {
  return parts.flatMap(sentences).join('，');
}

function sentences(part: ReactNode): string[] {
  if (typeof part === 'string' || typeof part === 'number') return part === '' ? [] : [String(part)];
  if (isValidElement<{ children?: ReactNode }>(part)) return sentences(part.props.children);
  return Array.isArray(part) ? Children.toArray(part as ReactNode[]).flatMap(sentences) : [];
}
