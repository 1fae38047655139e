/** Who takes part: kept from run to run, for a password is slow to hash on purpose. */
@NullMarked
package dev.postrider.bench.people;

import org.jspecify.annotations.NullMarked;
