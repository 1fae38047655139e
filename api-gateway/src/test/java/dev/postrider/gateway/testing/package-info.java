/** A gateway with recording parts behind it, on free ports, without a container. */
@NullMarked
package dev.postrider.gateway.testing;

import org.jspecify.annotations.NullMarked;
