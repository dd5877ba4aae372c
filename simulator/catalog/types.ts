/** Where a row of the catalog was read, and when it was last checked there. */
export interface Source {
  readonly page: string;
  readonly url: string;
  readonly checked: string;
}
