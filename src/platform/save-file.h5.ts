import type { Saved, WaitingFile } from './save-file';

/** As save-file.ts: the browser downloads it at once. */
export function saveFile(name: string, base64: string): Saved | WaitingFile {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
  return 'saved';
}
