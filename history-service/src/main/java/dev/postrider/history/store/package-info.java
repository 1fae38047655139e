/** The SQL of ingest and the ways into the database; every read from one snapshot, every write behind a compare-and-set. */
@NullMarked
package dev.postrider.history.store;

import org.jspecify.annotations.NullMarked;
