import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PairMaterial } from '../keys/types.ts';

/** The private key of key material as Node reads it. */
export const nodePrivateKey = ({ privateKey }: PairMaterial): KeyObject =>
  createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });

/** The public key of key material as Node reads it. */
export const nodePublicKey = ({ publicKey }: PairMaterial): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
