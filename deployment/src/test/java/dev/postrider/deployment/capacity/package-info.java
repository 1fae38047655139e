/** What more nodes and more people make of affinity, control topic and fan-out, by the code that routes them. */
@NullMarked
package dev.postrider.deployment.capacity;

import org.jspecify.annotations.NullMarked;
