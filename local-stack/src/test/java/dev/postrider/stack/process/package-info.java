@NullMarked
package dev.postrider.stack.process;

import org.jspecify.annotations.NullMarked;
