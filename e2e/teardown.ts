import { rmSync } from 'node:fs';

/** Removes the database that the run has used. */
export default function removeData() {
  const folder = process.env.E2E_DATA;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
