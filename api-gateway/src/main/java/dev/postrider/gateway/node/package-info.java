/** Which chat nodes are ready, and which of them serves a user's channel. */
@NullMarked
package dev.postrider.gateway.node;

import org.jspecify.annotations.NullMarked;
