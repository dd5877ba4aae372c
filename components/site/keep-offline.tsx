'use client';
import { useEffect } from 'react';

/** Once a page has nothing else to do, has the service worker keep the site for days without a network. */
export function KeepOffline() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    // Where it is refused, as in some private windows, the site works as before.
    const keep = () =>
      navigator.serviceWorker
        .register('/sw.js')
        .then(() => navigator.serviceWorker.ready)
        .then(({ active }) => active?.postMessage('keep'))
        .catch(() => undefined);
    const timer = setTimeout(keep, 2000);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
