/** Starting, stopping, readiness and the figures of the gateway. */
@NullMarked
package dev.postrider.gateway.ops;

import org.jspecify.annotations.NullMarked;
