/** Which nodes there are, and which takes whom. */
@NullMarked
package dev.postrider.gateway.node;

import org.jspecify.annotations.NullMarked;
