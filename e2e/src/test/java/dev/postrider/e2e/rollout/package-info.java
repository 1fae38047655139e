/** A new version is put in place, or the number of nodes changes, while people write: nobody notices but by a reconnect. */
@NullMarked
package dev.postrider.e2e.rollout;

import org.jspecify.annotations.NullMarked;
