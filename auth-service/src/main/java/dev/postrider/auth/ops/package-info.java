/** The outbox to the control topic, and what operators touch. */
@NullMarked
package dev.postrider.auth.ops;

import org.jspecify.annotations.NullMarked;
