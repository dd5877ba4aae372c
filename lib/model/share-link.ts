/*
 * A state in the fragment of an address: `#v1.` and the JSON, deflated and in base64url. Nothing of it reaches a
 * server. What was damaged on its way, or made by a newer version of the site, is told apart.
 */
import { type PlaygroundState, readPlayground } from './playground.ts';

const format = 'v1';
/** Bytes that a link may unpack to; more than any state takes. */
const maxUnpacked = 20_000_000;

export type OpenedLink =
  | { readonly ok: true; readonly state: PlaygroundState }
  | {
      readonly ok: false;
      /** `tooNew`: of a later version of this site; `unknown`: no version that ever was; `damaged`: cut or changed. */
      readonly problem: 'damaged' | 'unknown' | 'tooNew';
      /** What could be unpacked, for whoever wants to save what there is. */
      readonly text: string | null;
    };

/** The fragment for a state, without `#`. */
export async function packState(state: PlaygroundState): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `${format}.${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** Whether a fragment claims to be a link to a state. */
export function isStateLink(hash: string): boolean {
  return /^#?v\d+\./.test(hash);
}

/** Reads a fragment, with or without `#`. */
export async function unpackState(hash: string): Promise<OpenedLink> {
  const [, version = '', data = ''] = /^#?v(\d+)\.(.*)$/.exec(hash) ?? [];
  if (version !== '1') {
    return { ok: false, problem: Number(version) > 1 ? 'tooNew' : 'unknown', text: null };
  }
  const text = await unpackText(data);
  if (text === null) return { ok: false, problem: 'damaged', text: null };
  const value = parseJson(text);
  const state = readPlayground(value);
  if (state) return { ok: true, state };
  return { ok: false, problem: problemOf(value), text };
}

function problemOf(value: unknown): 'damaged' | 'unknown' | 'tooNew' {
  if (typeof value !== 'object' || value === null || !('version' in value)) return 'damaged';
  const { version } = value;
  if (version === 1 || version === 2) return 'damaged';
  return typeof version === 'number' && version > 2 ? 'tooNew' : 'unknown';
}

async function unpackText(data: string): Promise<string | null> {
  const bytes = fromBase64Url(data);
  if (bytes === null || bytes.length === 0) return null;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.length;
      if (size > maxUnpacked) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The stream and the decoder throw on what is no deflated UTF-8.
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
