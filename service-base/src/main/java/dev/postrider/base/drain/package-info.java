/** Leaving in order: what SIGTERM begins, before the framework's own shutdown. */
@NullMarked
package dev.postrider.base.drain;

import org.jspecify.annotations.NullMarked;
