import { z } from 'zod';

/** An id made by the client: a lower-case UUID, so that two browsers never make the same one. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a lower-case UUID');

/** A moment as `Date.prototype.toISOString` writes it: such texts sort as the moments do. */
export const instantSchema = z.iso
  .datetime({ precision: 3, error: 'must look like 2026-01-31T12:00:00.000Z' })
  .refine((text) => text >= '1970' && text < '3000', 'must lie between the years 1970 and 2999');

/** Text that every database gives back as it was: PostgreSQL takes no NUL, and UTF-8 no half of a character. */
export function textSchema(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((text) => !/\0|\p{Surrogate}/u.test(text), 'must not contain NUL or half of a surrogate pair');
}
