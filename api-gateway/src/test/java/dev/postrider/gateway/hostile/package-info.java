/** Hostile bytes at the door: what the parts behind hear of them is one well-formed request or nothing. */
@NullMarked
package dev.postrider.gateway.hostile;

import org.jspecify.annotations.NullMarked;
