@NullMarked
package dev.postrider.stack.settings;

import org.jspecify.annotations.NullMarked;
