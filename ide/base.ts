/** Where the server stands below its host, by where this file is: `/x`, or nothing. */
export const base: string = new URL(import.meta.url).pathname.replace(/\/ide\/assets\/[^/]*$/, '');
