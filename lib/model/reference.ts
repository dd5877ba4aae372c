/** Where the reference page of a finding is. */
export const findingHref = (code: string): string => `/reference/findings/${code}`;
