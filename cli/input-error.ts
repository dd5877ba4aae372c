/** Something the reader can mend: a file that is not there, an option that does not exist. */
export class InputError extends Error {}
