/** Writes the generated contracts from the records: schemas, TypeScript, AsyncAPI and the protocol page. */
@NullMarked
package dev.postrider.contracts.generate;

import org.jspecify.annotations.NullMarked;
