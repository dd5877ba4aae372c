const CHANNEL = 'kms-playground';
const here = new EventTarget();
let channel: BroadcastChannel | undefined;

/** Tells this page and the other tabs that what is kept in this browser has changed. */
export function announceChange(): void {
  here.dispatchEvent(new Event('change'));
  openChannel()?.postMessage('change');
}

/** Calls back after every change, made in this tab or another, until the returned function is called. */
export function onChange(listener: () => void): () => void {
  const tabs = openChannel();
  here.addEventListener('change', listener);
  tabs?.addEventListener('message', listener);
  return () => {
    here.removeEventListener('change', listener);
    tabs?.removeEventListener('message', listener);
  };
}

function openChannel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
}
