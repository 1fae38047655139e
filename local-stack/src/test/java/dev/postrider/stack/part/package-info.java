@NullMarked
package dev.postrider.stack.part;

import org.jspecify.annotations.NullMarked;
