/** Whether there is any network now. */
export function isOnline(): Promise<boolean> {
  return Promise.resolve(navigator.onLine);
}

/** Tells of every change until the returned function is called. */
export function watchOnline(tell: (online: boolean) => void): () => void {
  const listener = () => {
    tell(navigator.onLine);
  };
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
