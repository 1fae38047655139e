/** A relay that promises nothing: no log, no database, no check of who speaks, no limits, no catch-up, one node. */
@NullMarked
package dev.postrider.relay;

import org.jspecify.annotations.NullMarked;
