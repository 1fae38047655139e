/** What runs now, told to people and programs. */
@NullMarked
package dev.postrider.stack.status;

import org.jspecify.annotations.NullMarked;
