/** As network.ts, from the browser's own events. */
export function watchOnline(tell: (online: boolean) => void): () => void {
  const listener = () => {
    tell(navigator.onLine);
  };
  listener();
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
