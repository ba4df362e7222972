/** The package for `require`: the same names as for `import`. */
type Package = typeof import('../dist/index.js', { with: { 'resolution-mode': 'import' }});

export type * from '../dist/index.js' with { 'resolution-mode': 'import' };

export declare const openGraph: Package['openGraph'];
export declare const diff: Package['diff'];
export declare const KnowledgeError: Package['KnowledgeError'];
export type KnowledgeError = InstanceType<Package['KnowledgeError']>;
