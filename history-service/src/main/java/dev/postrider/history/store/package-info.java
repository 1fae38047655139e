/** The SQL of ingest, and the ways into the database: reads from one snapshot, writes behind a compare-and-set. */
@NullMarked
package dev.postrider.history.store;

import org.jspecify.annotations.NullMarked;
