/** The in-memory server for tests of whatever is built on this package. */
export {};
