@NullMarked
package dev.postrider.stack.status;

import org.jspecify.annotations.NullMarked;
