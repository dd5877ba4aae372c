import { z } from 'zod';

/** An id made by the client: a lower-case UUID, so that two browsers never make the same one. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a lower-case UUID');

/** A moment as `Date.prototype.toISOString` writes it: such texts sort as the moments do. */
export const instantSchema = z.iso.datetime({
  precision: 3,
  error: 'must look like 2026-01-31T12:00:00.000Z',
});
