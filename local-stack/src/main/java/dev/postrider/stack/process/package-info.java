/** Operating-system processes that are started, recorded, found again and stopped, never by name but by pid and start. */
@NullMarked
package dev.postrider.stack.process;

import org.jspecify.annotations.NullMarked;
