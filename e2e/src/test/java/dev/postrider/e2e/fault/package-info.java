/** What can break while people write, one row of the table each: struck, seen to bite, healed, judged. */
@NullMarked
package dev.postrider.e2e.fault;

import org.jspecify.annotations.NullMarked;
