/** Holds what the suite really says against the schemas that it publishes. */
@NullMarked
package dev.postrider.e2e.schema;

import org.jspecify.annotations.NullMarked;
