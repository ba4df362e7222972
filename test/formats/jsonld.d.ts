/**
 * The part of the `jsonld` package that tests read with; it ships no types.
 */
declare module 'jsonld' {
  interface Options {
    readonly format: 'application/n-quads';
    /** Asked for what a document does not have in itself. */
    readonly documentLoader: (url: string) => Promise<never>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<string> };
  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default jsonld;
}
