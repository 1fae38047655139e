@NullMarked
package dev.postrider.stack;

import org.jspecify.annotations.NullMarked;
