'use strict';
/**
 * The package for `require`, where a program or its tools do not take modules.
 *
 * The modules themselves are loaded, by Node's own loader: that of a test runner may not know modules, and a second copy of
 * the package would be no use to anyone.
 */
const { createRequire } = process.getBuiltinModule('node:module');

module.exports = createRequire(__filename)('../dist/index.js');
