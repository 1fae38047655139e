@NullMarked
package dev.postrider.stack.screen;

import org.jspecify.annotations.NullMarked;
